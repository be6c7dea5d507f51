export {
  ACCOUNT_COLUMNS,
  type AccountCells,
  type AccountColumn,
  type AccountColumnMessage,
  type AccountColumnPage,
  type AccountColumnViews,
  CAPABILITY_OF_COLUMN,
} from './account-columns/account-columns';
export {
  AccountColumnsParams,
  type AccountColumnsQuestion,
  MAX_ACCOUNTS_PER_REQUEST,
  toAccountColumnsQuestion,
} from './account-columns/account-columns.http';
export {
  type AccountOverview,
  type AccountPanel,
  type AccountSection,
  type AccountSectionMessage,
  isOverviewCapability,
  OVERVIEW_CAPABILITIES,
  type OverviewCapability,
  type OverviewViews,
} from './account-overview';
export {
  type ErpAdapter,
  type ErpAdapterDeps,
  type ErpConnection,
  type ErpConnectionConfig,
  type ProbeVerdict,
} from './adapter';
export { ListAvailabilityParams, toAvailabilityQuery } from './availability/availability.http';
export { type AvailabilityQuery, type AvailabilityReader } from './availability/availability.port';
export { type AvailabilityView, type BatchPage } from './availability/availability.view';
export { formatItemList, MAX_ITEMS_PER_REQUEST, parseItemList } from './availability/item-list';
export {
  type ErpChange,
  type ErpChangeSweep,
  type ErpEventTranslator,
  type ErpSubscriptions,
  type NoticeReply,
  type RawErpNotice,
  type SweptChanges,
  type TranslatedNotice,
} from './change';
export { ConnectionReportParams } from './connection-report/connection-report.http';
export {
  type AgreementFigures,
  BREAKER_STATES,
  type BreakerState,
  type BreakerTransition,
  type CallFigures,
  type ConcurrencyFigures,
  type ConnectionReport,
  type ErrorFigures,
  type LatencyFigures,
  LONGEST_REPORT_MINUTES,
  type MinuteFigures,
  type NoticeFigures,
  type OperationFigures,
  type ReadFigures,
} from './connection-report/connection-report';
export { type ErpConnectionSummary, type StoredSecret } from './connection-summary';
export { GetCreditParams } from './credit/credit.http';
export { type CreditKey, type CreditReader } from './credit/credit.port';
export { type AgeingBucketView, type CreditView } from './credit/credit.view';
export { FindCustomerMatchesParams, MAX_MATCHED_ACCOUNTS } from './customer-matches/customer-match.http';
export {
  type CustomerCandidate,
  type CustomerMatch,
  type CustomerMatchPage,
  MATCH_GRADES,
  MATCH_REASONS,
  type MatchGrade,
  type MatchReason,
} from './customer-matches/customer-match';
export { SearchCustomersParams } from './customers/customers.http';
export { type CustomerKey, type CustomerReader, type CustomerSearch } from './customers/customers.port';
export { type CustomerView, type PostalAddressView } from './customers/customers.view';
export { SearchErpsParams } from './erp-search/erp-search.http';
export {
  ERP_SEARCH_WAYS,
  type ErpSearchGroup,
  type ErpSearchResult,
  type ErpSearchViews,
  type ErpSearchWay,
} from './erp-search/erp-search';
export { ErpError, type ErpErrorCode, type ErpErrorOptions, toErpError } from './erp-error';
export { toErpProblem } from './erp-problem';
export {
  type CapabilitySections,
  type ConnectionChange,
  ErpChanges,
  type ErpConnectionCandidate,
  ErpConnections,
  ErpConnectionSource,
  type ErpHealthState,
  type ErpHealthView,
  type ErpNoticeReceipt,
  type ReceivedErpNotice,
  type ErpOverview,
  type ErpRead,
  ErpReads,
  HEALTH_STATES,
  type KeyedErpRead,
  type KeyedSection,
  type ReadScope,
} from './erp-reads';
export { type ErpAnswer, type ErpSource, type Freshness, type FreshnessState } from './freshness';
export { ageHeader, type CacheStatusContext, cacheStatusHeader } from './freshness.http';
export { ListInvoicesParams } from './invoices/invoices.http';
export { type InvoiceList, type InvoiceReader } from './invoices/invoices.port';
export { INVOICE_STATUSES, type InvoiceStatus, type InvoiceView } from './invoices/invoices.view';
export { SearchItemsParams } from './items/items.http';
export { type ItemKey, type ItemReader, type ItemSearch } from './items/items.port';
export { type ItemUnitView, type ItemView } from './items/items.view';
export { type LiveChange } from './live-change';
export {
  type CustomersQuery,
  MANY_CUSTOMERS_OPERATIONS,
  type ManyCustomersOperation,
} from './many-customers/many-customers';
export {
  type CapabilityContract,
  type ErpLimits,
  type ErpManifest,
  type ListContract,
  type SettingField,
  type SupportedCapability,
  type UnsupportedCapability,
} from './manifest';
export {
  CAPABILITIES,
  type Capability,
  capabilityOf,
  type CapabilityReaders,
  ERP_OPERATIONS,
  type ErpOperation,
  type QueryOf,
  type ViewOf,
} from './operations';
export { ListOrdersParams } from './orders/orders.http';
export { type OrderKey, type OrderList, type OrderReader } from './orders/orders.port';
export {
  type LatestOrderView,
  type OpenOrdersView,
  ORDER_STATUSES,
  type OrderStatus,
  type SalesOrderDetailView,
  type SalesOrderLineView,
  type SalesOrderView,
} from './orders/orders.view';
export { isErpKey, MAX_ERP_KEY_LENGTH } from './params/erp-key';
export { FreshParams, questionOf } from './params/fresh.params';
export { DEFAULT_ERP_PAGE_SIZE, ErpPageParams, MAX_ERP_PAGE_SIZE } from './params/page.params';
export { formatPriceQuestions, MAX_PRICES_PER_REQUEST, parsePriceQuestions } from './prices/price-question-list';
export { QuotePricesParams, toPriceQuery } from './prices/prices.http';
export { type PriceQuery, type PriceQuestion, type PriceReader } from './prices/prices.port';
export { PRICE_REASONS, type PriceBreakView, type PriceReason, type PriceView } from './prices/prices.view';
export {
  type ErpCall,
  type ReadHints,
  type Reading,
  type ShareVendorRead,
  type VendorAnswer,
  type VendorRead,
} from './reading';
export { type Section, type SectionStatus } from './section';
export { DEFAULT_TTL_MS, toConnectionCandidate, withFreshnessSettings } from './freshness-settings';
export { type CheckedSettings, checkSettings, isAskedFor, type SettingValue, type SettingValues } from './settings';
export { ListShipmentsParams } from './shipments/shipments.http';
export { type ShipmentList, type ShipmentReader } from './shipments/shipments.port';
export {
  SHIPMENT_STATUSES,
  type ShipmentLineView,
  type ShipmentStatus,
  type ShipmentView,
  type TrackingNumberView,
} from './shipments/shipments.view';
export { ANY_KEY, type ErpTag, tag, tagsOfChange, tagsOfQuery, tagsOfView } from './tags';
export { capabilitiesTouchedBy } from './touched-capabilities';
export { type ErpCallTurn, goesBefore, nextInTurn } from './turn';
