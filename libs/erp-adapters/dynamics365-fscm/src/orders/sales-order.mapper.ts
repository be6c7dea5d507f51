import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type PostalAddressView, type SalesOrderView } from '@headwater/erp-contracts';
import { type Decimal, sumDecimals } from '@headwater/kernel';
import { refTo } from '../dynamics365-fscm.context';
import { dayOfPosition } from '../entities/values';
import { postalAddress } from '../customers/postal-address';
import type { OrderHeader } from './order-header.schema';
import { hasGone, orderStatus, statusOfSymbol, type StatusSettings, vendorStatus } from './order-status';

/** What the list and the order in full both know of a line. */
export interface LineWorth {
  readonly SalesOrderLineStatus: string;
  readonly LineAmount?: Decimal | undefined;
}

export interface OrderParts {
  readonly connectionId: string;
  readonly header: OrderHeader;
  readonly lines: readonly LineWorth[];
  readonly settings: StatusSettings;
  /** Whether a packing slip shows that something has left, where the lines do not. */
  readonly begun: boolean;
}

/**
 * What the order is worth: its lines, without tax and charges. A cancelled line counts for nothing, unless all are.
 * The header's own total counts where it was asked for and says that it is calculated: before that it is 0.
 */
export function orderTotal({ header, lines, settings }: OrderParts): Decimal {
  if (header.AreTotalsCalculated === true && header.OrderTotalAmount !== undefined) return header.OrderTotalAmount;
  const living = lines.filter((line) => statusOfSymbol(line.SalesOrderLineStatus, settings) !== 'cancelled');
  const amounts = (living.length === 0 ? lines : living).map((line) => line.LineAmount);
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === amounts.length) return sumDecimals(known);
  throw new ErpError('bad-response', 'Dynamics 365 answered an order with a line that has no amount.');
}

/** FormattedDelveryAddress is the whole address as text, line by line. */
function shipToOf(header: OrderHeader): PostalAddressView | undefined {
  const address = postalAddress({
    kind: 'shipping',
    name: header.DeliveryAddressName,
    street: header.DeliveryAddressStreet,
    city: header.DeliveryAddressCity,
    region: header.DeliveryAddressStateId,
    postalCode: header.DeliveryAddressZipCode,
    country: header.DeliveryAddressCountryRegionId,
  });
  return address ?? postalAddress({ kind: 'shipping', street: header.FormattedDelveryAddress });
}

export function currencyOf(header: OrderHeader): string {
  if (header.CurrencyCode !== undefined) return header.CurrencyCode;
  throw new ErpError('bad-response', 'Dynamics 365 answered an order without its currency.');
}

export function toSalesOrderView(parts: OrderParts): SalesOrderView {
  const { header, lines, settings } = parts;
  const begun = parts.begun || lines.some((line) => hasGone(statusOfSymbol(line.SalesOrderLineStatus, settings)));
  const progress = { symbol: header.SalesOrderStatus, processing: header.SalesOrderProcessingStatus, begun };
  const currency = currencyOf(header);
  return present({
    ref: refTo(parts, 'order', header.SalesOrderNumber),
    number: header.SalesOrderNumber,
    customer: header.OrderingCustomerAccountNumber,
    customerName: header.SalesOrderName,
    customerPo: header.CustomersOrderReference,
    status: orderStatus(progress, settings),
    vendorStatus: vendorStatus(progress, settings),
    orderedOn: dayOfPosition(header.OrderCreationDateTime),
    requestedOn: dayOfPosition(header.RequestedShippingDate),
    promisedOn: dayOfPosition(header.ConfirmedShippingDate),
    total: { amount: orderTotal(parts), currency },
    currency,
    shipTo: shipToOf(header),
    warehouse: header.DefaultShippingWarehouseId,
  });
}
