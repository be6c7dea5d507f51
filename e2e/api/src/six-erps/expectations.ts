import { subtractDecimals } from '@headwater/kernel';
import type { WorldKeys } from './erps-under-truth';
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
    description: (said) => typeof said === 'string' && said.startsWith(truth.description),
    unit: unit(truth.unit),
    gtin: truth.gtin,
    active: truth.active,
  };
}

export function expectedOrder(
  truth: TrueOrder,
  { order = same, customer = same, warehouse = same }: WorldKeys,
): Expected {
  return {
    number: order(truth.number),
    customer: customer(truth.customer),
    customerPo: truth.customerPo,
    status: truth.status,
    orderedOn: truth.orderedOn,
    promisedOn: truth.promisedOn,
    'total.amount': amount(truth.total),
    currency: truth.currency,
    warehouse: warehouse(truth.warehouse),
  };
}

export function expectedLine(truth: TrueLine, { unit = same }: WorldKeys): Expected {
  return {
    item: truth.item,
    'ordered.value': amount(truth.ordered),
    'ordered.unit': unit(truth.unit),
    'shipped.value': amount(truth.shipped),
    // Some ERPs call what has not left yet back-ordered from the start, some only once a part has left.
    'backordered.value': (said) => [truth.backordered, stillToCome(truth)].some((each) => amount(each)(said)),
    'unitPrice.amount': amount(truth.unitPrice),
    'lineTotal.amount': amount(truth.total),
    promisedOn: truth.promisedOn,
  };
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
  lacks: readonly string[],
): Expected {
  return {
    number: shipment(truth.number),
    order: order(truth.order),
    // Who is not told of deliveries can only say that it left.
    status: lacks.includes('deliveredOn') && truth.status === 'delivered' ? 'shipped' : truth.status,
    shippedOn: truth.shippedOn,
    deliveredOn: truth.deliveredOn,
    promisedOn: truth.promisedOn,
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
    order: order(truth.order),
    customer: customer(truth.customer),
    issuedOn: truth.issuedOn,
    dueOn: truth.dueOn,
    'total.amount': amount(truth.total),
    'total.currency': truth.currency,
    'open.amount': amount(truth.open),
    // A credit memo that is used up is settled; ERPs call it by either word.
    status: truth.total.startsWith('-') ? oneOf('credited', truth.status) : truth.status,
  };
}

export function expectedCredit(truth: TrueCredit): Expected {
  return {
    'limit.amount': truth.limit === null ? null : amount(truth.limit),
    'used.amount': amount(truth.used),
    'used.currency': truth.currency,
    'pastDue.amount': amount(truth.pastDue),
    onHold: truth.onHold,
  };
}
