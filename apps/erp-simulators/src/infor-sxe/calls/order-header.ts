import { amount, date, dollars, suffix, text, type BagEntry } from '../bag';
import type { SxeCall } from '../call';
import { billedTotal, orderedTotal, type OrderSuffix } from '../order-suffix';
import { approval, stageOf, transactionType } from '../stages';
import type { PostalAddress } from '../../world/model/party';
import { carrierOf } from '../../world/organisation';

/** The header as a bag: stage as text, suffix as two digits, the customer number padded. */
export function headerEntries({ world }: SxeCall, { order, release }: OrderSuffix): readonly BagEntry[] {
  const customer = world.customers.get(order.customer);
  return [
    { name: 'orderno', value: order.number.padStart(8) },
    { name: 'ordersuf', value: suffix(release.index) },
    text('stage', stageOf(release).text),
    { name: 'transtype', value: transactionType(order).toUpperCase() },
    { name: 'custno', value: order.customer.padStart(12) },
    text('name', customer?.name ?? ''),
    text('custpo', order.customerPo),
    text('whse', order.warehouse),
    text('shipto', order.shipTo ?? ''),
    text('shiptonm', order.shipToName),
    ...addressEntries('shipto', order.shipToAddress),
    ...(customer === undefined ? [] : addressEntries('soldto', customer.address)),
    date('enterdt', order.orderedOn),
    date('promisedt', release.promisedOn),
    date('reqshipdt', order.requestedOn),
    date('invoicedt', release.invoice?.issuedOn ?? null),
    date('pickeddt', release.pickedOn),
    date('shipdt', release.shippedOn),
    text('shipviaty', release.carrier),
    text('shipviatydesc', carrierOf(release.carrier).name),
    { name: 'orderdisp', value: '' },
    { name: 'approvty', value: approval(order) },
    text('slsrepin', order.salesperson),
    text('slsrepout', order.salesperson),
    { name: 'contactid', value: '0' },
    text('termstype', order.terms),
    text('currencyty', order.currency),
    { name: 'user1', value: '' },
  ];
}

export function totalEntries(suffixed: OrderSuffix): readonly BagEntry[] {
  return [
    amount('totlineamt', billedTotal(suffixed)),
    amount('totlineord', orderedTotal(suffixed)),
    amount('totdiscamt', '0.00'),
    amount('wodiscamt', '0.00'),
    dollars('taxamt', '0.00'),
    dollars('totinvamt', billedTotal(suffixed)),
    amount('totaddonamt', '0.00'),
    amount('actfreight', '0.00'),
    { name: 'addondesc1', value: '' },
    amount('addonnet1', '0.00'),
  ];
}

function addressEntries(prefix: 'shipto' | 'soldto', address: PostalAddress): readonly BagEntry[] {
  const [first = '', second = '', third = ''] = address.lines;
  return [
    text(`${prefix}addr1`, first),
    text(`${prefix}addr2`, second),
    text(`${prefix}addr3`, third),
    text(`${prefix}city`, address.city),
    text(`${prefix}st`, address.region),
    text(`${prefix}zip`, address.postalCode),
    text(`${prefix}countrycd`, address.country),
  ];
}
