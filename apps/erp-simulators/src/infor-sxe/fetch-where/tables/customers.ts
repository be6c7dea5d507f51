import { exact } from '../../json';
import { chosen, columns, type TableRows, type TableScan } from './table';
import type { Customer } from '../../../world/model/party';

/** Customers. */
export const arsc: TableRows = (scan) =>
  customersIn(scan).map((customer) => ({
    cono: Number(scan.company),
    custno: exact(customer.number),
    name: customer.name,
    lookupnm: customer.name.toUpperCase().slice(0, 15),
    addr: columns(customer.address.lines, 2),
    city: customer.address.city,
    state: customer.address.region,
    zipcd: customer.address.postalCode,
    countrycd: customer.address.country,
    phoneno: customer.phone,
    email: customer.email,
    statustype: customer.active,
    termstype: customer.terms,
    slsrepout: customer.salesperson,
    slsrepin: customer.salesperson,
    credlim: exact(customer.creditLimit ?? '0'),
    suspendcd: customer.onHold ? 'H' : '',
    currencyty: customer.currency,
    pricetype: columns([customer.priceGroup], 1),
    whse: customer.warehouse,
    shipto: customer.defaultShipTo ?? '',
    shipviaty: customer.carrier,
    poreqfl: customer.poRequired,
  }));

/** Ship-tos. */
export const arss: TableRows = (scan) =>
  customersIn(scan).flatMap((customer) =>
    customer.shipTos
      .filter((shipTo) => !scan.options.hiddenShipTos.includes(shipTo.code))
      .map((shipTo) => ({
        cono: Number(scan.company),
        custno: exact(customer.number),
        shipto: shipTo.code,
        name: shipTo.name,
        addr: columns(shipTo.address.lines, 2),
        city: shipTo.address.city,
        state: shipTo.address.region,
        zipcd: shipTo.address.postalCode,
        countrycd: shipTo.address.country,
        whse: shipTo.warehouse,
        statustype: shipTo.active,
      })),
  );

function customersIn({ world, company, pinned }: TableScan): readonly Customer[] {
  return chosen(
    pinned('custno'),
    (number) => world.customers.get(number, company),
    () => world.customers.all(company),
  );
}
