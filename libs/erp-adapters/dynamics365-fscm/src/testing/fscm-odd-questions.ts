import type { Ask, ReplayExchange } from '@headwater/erp-testing';
import { FSCM_ASKS } from './fscm-asks';
import { answeringSet } from './fscm-connection';

type Fields = Readonly<Record<string, unknown>>;

/** What is asked, and which entity set answers oddly. */
export interface OddQuestion {
  readonly set: string;
  readonly ask: Ask;
  readonly sound: Fields;
  /** Most sets answer lists; a customer by its key is one row. */
  readonly wrap: (row: unknown) => unknown;
}

/** The set with its one row otherwise in some fields. */
export function oddRow({ set, sound, wrap }: OddQuestion, fields: Fields): readonly ReplayExchange[] {
  return [answeringSet(set, { body: wrap({ ...sound, ...fields }) })];
}

export const NEVER = '1900-01-01T12:00:00Z';
const listed = (row: unknown): unknown => ({ value: [row] });

export const LINE: Fields = { InventoryLotId: 'L1', SalesOrderLineStatus: 'Invoiced', LineAmount: 10 };

export const customer: OddQuestion = {
  set: 'CustomersV3',
  ask: FSCM_ASKS.customer,
  sound: { dataAreaId: 'usmf', CustomerAccount: 'US-001', OrganizationName: 'Contoso', SalesCurrencyCode: 'USD' },
  wrap: (row) => row,
};

export const order: OddQuestion = {
  set: 'SalesOrderHeadersV2',
  ask: { operation: 'orders.list', query: { limit: 5 } },
  sound: {
    dataAreaId: 'usmf',
    SalesOrderNumber: '000002',
    OrderingCustomerAccountNumber: 'US-001',
    SalesOrderStatus: 'Invoiced',
    CurrencyCode: 'USD',
    OrderCreationDateTime: '2026-10-02T14:03:11Z',
    RequestedShippingDate: NEVER,
    ConfirmedShippingDate: NEVER,
    SalesOrderLines: [LINE],
  },
  wrap: listed,
};

export const detail: OddQuestion = {
  ...order,
  ask: FSCM_ASKS.order,
  wrap: (row) => row,
};

export const FULL_LINE: Fields = {
  ...LINE,
  LineNumber: 1,
  ItemNumber: 'A',
  OrderedSalesQuantity: 2,
  SalesUnitSymbol: 'EA',
};

export const item: OddQuestion = {
  set: 'ReleasedProductsV2',
  ask: { operation: 'items.get', query: { number: 'A' } },
  sound: { dataAreaId: 'usmf', ItemNumber: 'A', ProductNumber: 'A', InventoryUnitSymbol: 'EA', SearchName: 'An item' },
  wrap: listed,
};

export const stock: OddQuestion = {
  set: 'WarehousesOnHandV2',
  ask: { operation: 'availability.list', query: { items: ['BRG-6204'] } },
  sound: {
    dataAreaId: 'usmf',
    ItemNumber: 'BRG-6204',
    InventoryWarehouseId: '11',
    OnHandQuantity: 1,
    AvailableOnHandQuantity: 1,
    ReservedOnHandQuantity: 0,
    OrderedQuantity: 0,
    OnOrderQuantity: 0,
    AvailableOrderedQuantity: 0,
  },
  wrap: listed,
};

export const tracking: OddQuestion = {
  set: 'PackingSlipTrackingInformation',
  ask: { operation: 'shipments.list', query: { order: '000004', limit: 5 } },
  sound: {
    dataAreaId: 'usmf',
    SalesOrderNumber: '000004',
    PackingSlipNumber: 'PS-1',
    DeliveryDate: '2026-10-08T12:00:00Z',
    TrackingNumber: 'T1',
    TrackingURL: '',
  },
  wrap: listed,
};

export const invoice: OddQuestion = {
  set: 'SalesInvoiceHeadersV2',
  ask: { operation: 'invoices.list', query: { customer: 'US-001', limit: 5 } },
  sound: {
    dataAreaId: 'usmf',
    InvoiceNumber: 'CIV-002',
    InvoiceDate: '2026-09-06T12:00:00Z',
    InvoiceCustomerAccountNumber: 'US-001',
    TotalInvoiceAmount: 155,
  },
  wrap: listed,
};

export const creditOf: OddQuestion = {
  ...customer,
  ask: FSCM_ASKS.credit,
};

export const agreement: OddQuestion = {
  set: 'SalesPriceAgreements',
  ask: { operation: 'prices.quote', query: { customer: 'US-001', items: [{ item: 'BRG-6204', quantity: '1' }] } },
  sound: {
    dataAreaId: 'usmf',
    ItemNumber: 'BRG-6204',
    CustomerAccountNumber: 'US-001',
    PriceCurrencyCode: 'USD',
    Price: 12,
    PriceApplicableFromDate: NEVER,
    PriceApplicableToDate: NEVER,
  },
  wrap: listed,
};
