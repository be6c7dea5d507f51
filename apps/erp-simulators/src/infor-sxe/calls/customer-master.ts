import type { Customer } from '../../world/model/party';
import { termsOf } from '../../world/organisation';
import { headerBag, text } from '../bag';
import { customerOf, type CallHandler } from '../call';
import type { Fields } from '../envelope';
import { exact } from '../json';
import { creditEntries, positionOf } from './customer-credit';

/** One customer, flat. The reply does not echo the number: who asks must remember it. */
export const customerMaster: CallHandler = (call) => masterOf(customerOf(call));

/** The same customer as a bag; `requestType` chooses between general and credit. */
export const customerGeneral: CallHandler = (call) => {
  if (call.input.text('requestType')?.toLowerCase() === 'credit')
    return headerBag('fieldlist', creditEntries(positionOf(call)));
  const customer = customerOf(call);
  return headerBag('fieldlist', [
    text('name', customer.name),
    text('phoneno', customer.phone),
    text('email', customer.email),
    text('slsrepout', customer.salesperson),
    text('termstype', customer.terms),
    text('currencyty', customer.currency),
    text('whse', customer.warehouse),
  ]);
};

function masterOf(customer: Customer): Fields {
  const { address, terms } = customer;
  const [first = '', second = '', third = ''] = address.lines;
  return {
    customerName: customer.name,
    customerAddress1: first,
    customerAddress2: second,
    customerAddress3: third,
    customerCity: address.city,
    customerState: address.region,
    customerZipCode: address.postalCode,
    customerCountry: address.country,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    defaultWarehouse: customer.warehouse,
    defaultShipTo: customer.defaultShipTo ?? '',
    carrierCode: customer.carrier,
    priceList: customer.priceGroup,
    poRequired: customer.poRequired,
    suspendCode: customer.onHold ? 'H' : '',
    statusType: customer.active,
    termsType: terms,
    termsDescription: termsOf(terms).description,
    salesRepOut: customer.salesperson,
    salesRepIn: customer.salesperson,
    currencyType: customer.currency,
    creditLimit: exact(customer.creditLimit ?? '0'),
  };
}
