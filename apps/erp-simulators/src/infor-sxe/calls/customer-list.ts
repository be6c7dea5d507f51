import type { Customer } from '../../world/model/party';
import { outBag, type OutField } from '../bag';
import { limited, versionSuffix, type CallHandler, type SxeCall } from '../call';
import { table, type Fields } from '../envelope';
import { exact } from '../json';

/** Search by number, up to five words, or postal code. Everything beyond the address is in a bag keyed by the number. */
export const customerList: CallHandler = (call) => {
  const found = call.world.customers.all(call.company).filter((customer) => isWanted(call, customer));
  const { rows, flag } = limited(call, found);
  return {
    ...table(`custLst${versionSuffix(call.version)}`, rows.map(toRow)),
    ...outBag(rows.flatMap(extras)),
    ...flag,
  };
};

function isWanted({ input }: SxeCall, customer: Customer): boolean {
  const number = input.key('customerNumber');
  const words = [1, 2, 3, 4, 5].flatMap((at) => input.text(`keyWord${at}`)?.toLowerCase() ?? []);
  const postalCode = input.text('postalCode');
  const name = customer.name.toLowerCase();
  return (
    (customer.active || input.flag('includeInactiveCustomers')) &&
    (number === undefined || customer.number === number) &&
    words.every((word) => name.includes(word)) &&
    (postalCode === undefined || customer.address.postalCode.startsWith(postalCode))
  );
}

function toRow({ number, name, address, currency }: Customer): Fields {
  const [addr1 = '', addr2 = '', addr3 = ''] = address.lines;
  return {
    custNo: exact(number),
    name,
    addr1,
    addr2,
    addr3,
    city: address.city,
    state: address.region,
    zipCd: address.postalCode,
    shipTo: '',
    currencyty: currency,
  };
}

function extras(customer: Customer): readonly OutField[] {
  const field = (fieldname: string, fieldvalue: string): OutField => ({
    level: customer.number,
    lineno: 0,
    seqno: 0,
    fieldname,
    fieldvalue,
  });
  return [
    field('phoneno', customer.phone),
    field('email', customer.email.padEnd(60)),
    field('slsrepout', customer.salesperson.padEnd(4)),
    field('termstype', customer.terms.padEnd(4)),
    field('countrycd', customer.address.country),
    field('statustype', customer.active ? 'yes' : 'no'),
    field('suspendcd', customer.onHold ? 'H' : ' '),
  ];
}
