import { present } from '@headwater/erp-adapter-kit';
import type { OrderStatus, PostalAddressView, SalesOrderView } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, sumDecimals } from '@headwater/kernel';
import { toPostalAddressView } from '../customers/postal-address';
import { refTo } from '../epicor-p21.context';
import { type LineInProgress, statusByProgress } from './line-progress';
import type { HeaderRow } from './order.schema';

export interface OrderSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly customerName: string | undefined;
  /** Of the order, without components of kits. */
  readonly lines: readonly LineInProgress[];
}

/** Prophet 21 has flags in place of a status; the first of these that is set says what the order is. */
export function headerStatus(header: HeaderRow): OrderStatus | undefined {
  if (header.cancel_flag === true) return 'cancelled';
  if (header.completed === true) return 'closed';
  if (header.projected_order === true && header.rma_flag !== true) return 'quote';
  return header.approved === false ? 'on-hold' : undefined;
}

export function orderStatus(header: HeaderRow, { lines }: OrderSetting): OrderStatus {
  return headerStatus(header) ?? statusByProgress(lines.map(({ progress }) => progress));
}

/** The flags in words: what kind of order, and how far its header says it is. */
export function vendorStatus(header: HeaderRow): string {
  const kind = header.rma_flag === true ? 'RMA' : header.projected_order === true ? 'Quote' : undefined;
  const state = stateOf(header);
  if (kind === undefined) return state;
  return state === 'Open' ? kind : `${kind}, ${state}`;
}

function stateOf(header: HeaderRow): string {
  if (header.cancel_flag === true) return 'Cancelled';
  if (header.completed === true) return 'Completed';
  return header.approved === false ? 'Not approved' : 'Open';
}

/** The header holds no total. A cancelled line counts for nothing, unless all of them are cancelled. */
export function totalOf(lines: readonly LineInProgress[]): Decimal {
  const live = lines.filter(({ progress }) => !progress.isCancelled);
  return sumDecimals((live.length === 0 ? lines : live).map(({ line }) => line.extended_price));
}

function shipTo(header: HeaderRow): PostalAddressView | undefined {
  return toPostalAddressView({
    kind: 'shipping',
    shipTo: header.address_id,
    name: header.ship2_name,
    lines: [header.ship2_add1, header.ship2_add2],
    city: header.ship2_city,
    region: header.ship2_state,
    postalCode: header.ship2_zip,
    country: header.ship2_country,
  });
}

/** The earliest promise among lines, where the header makes none. */
function promisedOn(header: HeaderRow, lines: readonly LineInProgress[]): CalendarDate | undefined {
  return header.promise_date ?? earliest(lines, ({ line }) => line.promise_date);
}

function requestedOn(header: HeaderRow, lines: readonly LineInProgress[]): CalendarDate | undefined {
  return header.requested_date ?? earliest(lines, ({ line }) => line.required_date);
}

function earliest(
  lines: readonly LineInProgress[],
  dateOf: (line: LineInProgress) => CalendarDate | undefined,
): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const line of lines) {
    const date = dateOf(line);
    if (date !== undefined && (first === undefined || date < first)) first = date;
  }
  return first;
}

export function toSalesOrderView(header: HeaderRow, setting: OrderSetting): SalesOrderView {
  const { connectionId, currency, lines } = setting;
  return present({
    ref: refTo({ connectionId }, 'order', header.order_no),
    number: header.order_no,
    customer: header.customer_id,
    customerName: setting.customerName,
    customerPo: header.po_no,
    status: orderStatus(header, setting),
    vendorStatus: vendorStatus(header),
    orderedOn: header.order_date,
    requestedOn: requestedOn(header, lines),
    promisedOn: promisedOn(header, lines),
    total: { amount: totalOf(lines), currency },
    currency,
    shipTo: shipTo(header),
    warehouse: header.location_id,
    salesperson: header.salesrep_id,
  });
}
