import type { ErpManifest, InvoiceList, ListContract, OrderList, ShipmentList } from '@headwater/erp-contracts';

export const ROWS_PER_PANEL = 10;
const OPEN_INVOICES_AT_MOST = 50;

/** What the panels ask of one customer, as far as its connection can answer it. */
export interface CustomerQuestions {
  readonly orders: OrderList;
  readonly shipments: ShipmentList;
  readonly invoices: InvoiceList;
}

/**
 * A connection that cannot sort by date answers in its own order; one that cannot filter as asked says so itself,
 * because a panel of all invoices under the heading of the open ones would be wrong.
 */
export function questionsAbout(customer: string, manifest: ErpManifest | undefined): CustomerQuestions {
  const [orders, shipments, invoices] = (['orders', 'shipments', 'invoices'] as const).map((capability) =>
    listContractOf(manifest, capability),
  );
  return {
    orders: { customer, limit: atMost(ROWS_PER_PANEL, orders), ...newestFirst('orderedOn', orders) },
    shipments: { customer, limit: atMost(ROWS_PER_PANEL, shipments) },
    invoices: {
      customer,
      limit: atMost(OPEN_INVOICES_AT_MOST, invoices),
      open: true,
      ...newestFirst('issuedOn', invoices),
    },
  };
}

function listContractOf(
  manifest: ErpManifest | undefined,
  capability: 'orders' | 'shipments' | 'invoices',
): ListContract | undefined {
  const contract = manifest?.capabilities[capability];
  return contract?.supported === true ? contract.list : undefined;
}

function atMost(limit: number, list: ListContract | undefined): number {
  return Math.min(limit, list?.maxPageSize ?? limit);
}

function newestFirst(field: string, list: ListContract | undefined): { readonly sort?: string } {
  return list?.sortable.includes(field) === true ? { sort: `-${field}` } : {};
}
