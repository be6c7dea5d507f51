import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { systemClock } from '@headwater/kernel';
import { AccountColumns } from './account-columns/account-columns';
import { AccountColumnsController } from './account-columns/account-columns.controller';
import { ReadAccountColumnsHandler } from './account-columns/read-account-columns/read-account-columns.handler';
import { AccountOverviewController } from './account-overview/account-overview.controller';
import { AccountSections } from './account-overview/account-sections';
import { ReadAccountSectionsHandler } from './account-overview/read-account-sections/read-account-sections.handler';
import { AvailabilityController } from './availability/availability.controller';
import { ListAvailabilityHandler } from './availability/list-availability/list-availability.handler';
import { CreditController } from './credit/credit.controller';
import { GetCreditHandler } from './credit/get-credit/get-credit.handler';
import { CustomerMatchesController } from './customer-matches/customer-matches.controller';
import { FindCustomerMatchesHandler } from './customer-matches/find-customer-matches/find-customer-matches.handler';
import { CustomersController } from './customers/customers.controller';
import { GetCustomerHandler } from './customers/get-customer/get-customer.handler';
import { SearchCustomersHandler } from './customers/search-customers/search-customers.handler';
import { ErpEventsController } from './erp-events/erp-events.controller';
import { ReceiveErpNoticeHandler } from './erp-events/receive-erp-notice/receive-erp-notice.handler';
import { ErpSearchController } from './erp-search/erp-search.controller';
import { SearchErpsHandler } from './erp-search/search-erps/search-erps.handler';
import { InvoicesController } from './invoices/invoices.controller';
import { ListInvoicesHandler } from './invoices/list-invoices/list-invoices.handler';
import { GetItemHandler } from './items/get-item/get-item.handler';
import { ItemsController } from './items/items.controller';
import { SearchItemsHandler } from './items/search-items/search-items.handler';
import { KeptAnswers } from './kept-answers/kept-answers';
import { KnownQuestions } from './kept-answers/known-questions';
import { LiveChangesController } from './live-changes/live-changes.controller';
import { LiveListeners } from './live-changes/live-listeners';
import { DEFAULT_OPERATIONS_OPTIONS, OperationsOptions } from './operations-options';
import { GetOrderHandler } from './orders/get-order/get-order.handler';
import { ListOrdersHandler } from './orders/list-orders/list-orders.handler';
import { OrdersController } from './orders/orders.controller';
import { PricesController } from './prices/prices.controller';
import { QuotePricesHandler } from './prices/quote-prices/quote-prices.handler';
import { ErpAnswers } from './reading/erp-answers';
import { FreshReadBudget } from './reading/fresh-read-budget';
import { ListShipmentsHandler } from './shipments/list-shipments/list-shipments.handler';
import { ShipmentsController } from './shipments/shipments.controller';

/** Every ERP read, and what ERPs tell. Needs global providers of `ErpReads`, `ErpChanges`, `Sessions`, `AccountRepository` and `LinkedCustomers`. */
@Module({
  imports: [CqrsModule],
  controllers: [
    AccountColumnsController,
    AccountOverviewController,
    AvailabilityController,
    CreditController,
    CustomerMatchesController,
    CustomersController,
    ErpEventsController,
    ErpSearchController,
    InvoicesController,
    ItemsController,
    LiveChangesController,
    OrdersController,
    PricesController,
    ShipmentsController,
  ],
  providers: [
    AccountColumns,
    AccountSections,
    ErpAnswers,
    FindCustomerMatchesHandler,
    GetCreditHandler,
    GetCustomerHandler,
    GetItemHandler,
    GetOrderHandler,
    KeptAnswers,
    KnownQuestions,
    ListAvailabilityHandler,
    ListInvoicesHandler,
    ListOrdersHandler,
    ListShipmentsHandler,
    LiveListeners,
    QuotePricesHandler,
    ReadAccountColumnsHandler,
    ReadAccountSectionsHandler,
    ReceiveErpNoticeHandler,
    SearchCustomersHandler,
    SearchErpsHandler,
    SearchItemsHandler,
    { provide: FreshReadBudget, useFactory: () => new FreshReadBudget(systemClock) },
  ],
})
export class OperationsModule {
  static forRoot(options: Partial<OperationsOptions> = {}): DynamicModule {
    return {
      module: OperationsModule,
      providers: [{ provide: OperationsOptions, useValue: { ...DEFAULT_OPERATIONS_OPTIONS, ...options } }],
    };
  }
}
