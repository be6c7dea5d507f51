/**
 * Where each kind of row is read from, as `surface/name`: Prophet 21 keeps tables and views apart, and a view on the
 * table path is a 404. A site may put another table or view in the place of each.
 */
export const DEFAULT_SOURCES = {
  'customers.list': 'table/customer',
  'customers.address': 'table/address',
  'customers.ship-tos': 'view/p21_view_es_ship_to',
  'items.list': 'table/inv_mast',
  'items.customer-parts': 'table/inv_xref',
  'items.units': 'table/item_uom',
  'orders.headers': 'view/p21_view_oe_hdr',
  'orders.lines': 'view/p21_view_oe_line',
  'availability.stock': 'table/inv_loc',
  'availability.blocked': 'table/inv_loc_stock_status',
  'availability.locations': 'table/location',
  'shipments.tickets': 'view/p21_view_oe_pick_ticket',
  'shipments.ticket-lines': 'view/p21_view_oe_pick_ticket_detail',
  'shipments.carriers': 'view/p21_view_address',
  'shipments.parcels': 'table/clippership_return_10004',
  'invoices.headers': 'table/invoice_hdr',
  'invoices.lines': 'table/invoice_line',
  'sweep.orders': 'view/p21_view_es_sales_order',
};

export type Purpose = keyof typeof DEFAULT_SOURCES;

export type Sources = { readonly [P in Purpose]: string };

/** What a site may be without: read where its metadata lists it, passed over where it does not. */
export const OPTIONAL_PURPOSES: ReadonlySet<Purpose> = new Set([
  'customers.ship-tos',
  'items.customer-parts',
  'items.units',
  'availability.blocked',
  'shipments.carriers',
  'shipments.parcels',
  'sweep.orders',
]);
