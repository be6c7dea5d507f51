/** What is read of the environment, each behind the entity set that holds it. */
export type EntityPurpose =
  | 'customers'
  | 'items'
  | 'item-names'
  | 'order-headers'
  | 'order-lines'
  | 'on-hand'
  | 'warehouses'
  | 'price-agreements'
  | 'tracking'
  | 'packing-slip-lines'
  | 'invoice-headers'
  | 'invoice-lines'
  | 'customer-transactions';

export interface EntityEntry {
  /** Public names the set may have, the one to prefer first: newer versions stand beside older ones. */
  readonly names: readonly string[];
  /** The name to take for granted where nothing is looked up; absent where none is documented. */
  readonly assumed?: string;
  /** Products are shared by all companies; everything else belongs to one (`dataAreaId`). */
  readonly scope: 'company' | 'all-companies';
}

/**
 * Public entity sets. Versions live side by side in one environment and which are there depends on its build; names
 * that Microsoft's public documentation does not confirm are tried and may be absent.
 */
export const ENTITIES: { readonly [P in EntityPurpose]: EntityEntry } = {
  customers: { names: ['CustomersV3', 'CustomersV2', 'Customers'], assumed: 'CustomersV3', scope: 'company' },
  items: { names: ['ReleasedProductsV2'], assumed: 'ReleasedProductsV2', scope: 'company' },
  'item-names': { names: ['ProductTranslations', 'AllProducts'], scope: 'all-companies' },
  'order-headers': {
    names: ['SalesOrderHeadersV4', 'SalesOrderHeadersV3', 'SalesOrderHeadersV2'],
    assumed: 'SalesOrderHeadersV2',
    scope: 'company',
  },
  'order-lines': {
    names: ['SalesOrderLinesV3', 'SalesOrderLinesV2', 'SalesOrderLines'],
    assumed: 'SalesOrderLines',
    scope: 'company',
  },
  'on-hand': { names: ['WarehousesOnHandV2'], assumed: 'WarehousesOnHandV2', scope: 'company' },
  warehouses: { names: ['Warehouses'], scope: 'company' },
  'price-agreements': { names: ['SalesPriceAgreements'], assumed: 'SalesPriceAgreements', scope: 'company' },
  tracking: {
    names: ['PackingSlipTrackingInformation'],
    assumed: 'PackingSlipTrackingInformation',
    scope: 'company',
  },
  'packing-slip-lines': {
    names: ['SalesPackingSlipLinesV2', 'SalesPackingSlipLines', 'CustomerPackingSlipLines', 'PackingSlipLines'],
    scope: 'company',
  },
  'invoice-headers': { names: ['SalesInvoiceHeadersV2'], assumed: 'SalesInvoiceHeadersV2', scope: 'company' },
  'invoice-lines': { names: ['SalesInvoiceLines'], assumed: 'SalesInvoiceLines', scope: 'company' },
  'customer-transactions': { names: ['CustTransactions'], assumed: 'CustTransactions', scope: 'company' },
};

export function isEntityPurpose(name: string): name is EntityPurpose {
  return Object.hasOwn(ENTITIES, name);
}
