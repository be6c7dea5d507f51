import { isZero, multiplyDecimals, subtractDecimals } from '@headwater/kernel';
import type { ErpUnderTruth, WorldKeys } from './erps-under-truth';
import { amount, type Expected, oneOf } from './difference';
import type {
  TrueCredit,
  TrueCustomer,
  TrueInvoice,
  TrueItem,
  TrueLine,
  TrueOrder,
  TruePrice,
  TrueShipment,
  TrueStock,
} from './true-world';

/** Letters of a description every ERP has room for. */
const SHORT = 30;

const same = (key: string): string => key;

function stillToCome({ ordered, shipped }: TrueLine): string {
  return subtractDecimals(ordered, shipped);
}

export function expectedCustomer(truth: TrueCustomer, { customer = same }: WorldKeys): Expected {
  return {
    number: customer(truth.number),
    name: truth.name,
    phone: truth.phone,
    email: truth.email,
    currency: truth.currency,
    blocked: truth.blocked,
    'addresses.0.city': truth.address.city,
    'addresses.0.postalCode': truth.address.postalCode,
  };
}

export function expectedItem(truth: TrueItem, { unit = same }: WorldKeys): Expected {
  return {
    number: truth.number,
    // A second line may follow; an ERP with less room cuts it short.
    description: (said) =>
      typeof said === 'string' &&
      (said.startsWith(truth.description) || (said.length >= SHORT && truth.description.startsWith(said))),
    unit: unit(truth.unit),
    gtin: truth.gtin,
    active: truth.active,
  };
}

function statusOf(status: string, groups: readonly (readonly string[])[]): Expected[string] {
  const same = groups.find((group) => group.includes(status));
  return same === undefined ? status : oneOf(...same);
}

export function expectedOrder(
  truth: TrueOrder,
  { order = same, customer = same, warehouse = same }: WorldKeys,
  sameStatuses: readonly (readonly string[])[],
): Expected {
  return {
    number: order(truth.number),
    customer: customer(truth.customer),
    customerPo: truth.customerPo,
    status: statusOf(truth.status, sameStatuses),
    orderedOn: truth.orderedOn,
    promisedOn: truth.promisedOn,
    'total.amount': amount(truth.total),
    currency: truth.currency,
    warehouse: warehouse(truth.warehouse),
  };
}

export function expectedLine(truth: TrueLine, { unit = same }: WorldKeys, orderStatus: string): Expected {
  return {
    item: truth.item,
    'ordered.value': amount(truth.ordered),
    'ordered.unit': unit(truth.unit),
    'shipped.value': amount(truth.shipped),
    // Some ERPs call what has not left yet back-ordered from the start, some only once a part has left.
    'backordered.value': (said) => [truth.backordered, stillToCome(truth)].some((each) => amount(each)(said)),
    'unitPrice.amount': amount(truth.unitPrice),
    'lineTotal.amount': amount(truth.total),
    // Nothing is promised any more of what was cancelled.
    promisedOn: orderStatus === 'cancelled' ? oneOf(truth.promisedOn, null) : truth.promisedOn,
  };
}

/** A line as an ERP tells it that prices many units at once: `"100 EA"`. */
export function pricedPer(line: TrueLine, priceUnit = ''): TrueLine {
  const per = /^\d+(?= )/.exec(priceUnit)?.[0];
  return per === undefined ? line : { ...line, unitPrice: multiplyDecimals(line.unitPrice, per) };
}

/** How many base units of an item one of this unit holds. */
export function factorOf({ units }: TrueItem, unit: string | undefined): string {
  return String(units.find((each) => each.unit === unit)?.factor ?? 1);
}

/** A line as an ERP tells it that counts base units. */
export function inBaseUnit(line: TrueLine, item: TrueItem): TrueLine {
  const counted = (value: string): string => multiplyDecimals(value, factorOf(item, line.unit));
  return {
    ...line,
    unit: item.unit,
    ordered: counted(line.ordered),
    shipped: counted(line.shipped),
    backordered: counted(line.backordered),
  };
}

/** Nothing there, nothing promised, nothing on its way. */
export function isEmptyStock({ onHand, allocated, onOrder }: TrueStock): boolean {
  return [onHand, allocated, onOrder].every(isZero);
}

export function expectedStock(truth: TrueStock, { unit = same }: WorldKeys): Expected {
  return {
    'onHand.value': amount(truth.onHand),
    'onHand.unit': unit(truth.unit),
    'allocated.value': amount(truth.allocated),
    'available.value': amount(truth.available),
    'onOrder.value': amount(truth.onOrder),
    warehouseName: truth.warehouseName,
    nextReceiptOn: truth.nextReceiptOn,
  };
}

export function expectedPrice(truth: TruePrice, { unit = same }: WorldKeys): Expected {
  return {
    unit: unit(truth.unit),
    'unitPrice.amount': amount(truth.unitPrice ?? ''),
    'unitPrice.currency': truth.currency,
    'listPrice.amount': truth.listPrice === null ? null : amount(truth.listPrice),
  };
}

export function expectedShipment(
  truth: TrueShipment,
  { shipment = same, order = same, warehouse = same }: WorldKeys,
  { lacks, promisedOn }: { readonly lacks: readonly string[]; readonly promisedOn: string },
): Expected {
  return {
    number: shipment(truth.number),
    order: order(truth.order),
    // Who is not told of deliveries can only say that it left.
    status:
      lacks.includes('deliveredOn') && truth.status === 'delivered' ? oneOf('delivered', 'shipped') : truth.status,
    shippedOn: truth.shippedOn,
    deliveredOn: truth.deliveredOn,
    // An ERP may know the promise of the whole order only.
    promisedOn: oneOf(truth.promisedOn, promisedOn),
    carrier: oneOf(truth.carrier, truth.carrierName),
    warehouse: warehouse(truth.warehouse),
  };
}

export function expectedInvoice(
  truth: TrueInvoice,
  { invoice = same, order = same, customer = same }: WorldKeys,
): Expected {
  return {
    number: invoice(truth.number),
    // A credit memo need not name the order of what came back.
    order: truth.total.startsWith('-') ? oneOf(order(truth.order), null) : order(truth.order),
    customer: customer(truth.customer),
    issuedOn: truth.issuedOn,
    // Nor has it to be paid by a day.
    dueOn: truth.total.startsWith('-') ? oneOf(truth.dueOn, null) : truth.dueOn,
    'total.amount': amount(truth.total),
    'total.currency': truth.currency,
    'open.amount': amount(truth.open),
    // A credit memo that is used up is settled; ERPs call it by either word.
    status: truth.total.startsWith('-') ? oneOf('credited', truth.status) : truth.status,
  };
}

export function expectedCredit(truth: TrueCredit, counts: ErpUnderTruth['creditUsed']): Expected {
  return {
    'limit.amount': truth.limit === null ? null : amount(truth.limit),
    'used.amount': amount(counts === 'receivables' ? truth.receivables : truth.used),
    'used.currency': truth.currency,
    'pastDue.amount': amount(truth.pastDue),
    onHold: truth.onHold,
  };
}
