import type { Order } from '../../../world/model/order';
import { lineRow } from '../../calls/order-line';
import type { Fields } from '../../envelope';
import { exact } from '../../json';
import { billedTotal, orderedTotal, suffixesOf } from '../../order-suffix';
import { approval, stageOf, transactionType } from '../../stages';
import { chosen, type TableRows, type TableScan } from './table';

/** Order headers, one per suffix. */
export const oeeh: TableRows = (scan) =>
  ordersIn(scan)
    .flatMap(suffixesOf)
    .map((suffix) => {
      const { order, release } = suffix;
      return {
        ...keys(order, release.index),
        custno: exact(order.customer),
        shipto: order.shipTo ?? '',
        shiptonm: order.shipToName,
        custpo: order.customerPo,
        transtype: transactionType(order),
        stagecd: stageOf(release).code,
        approvty: approval(order),
        whse: order.warehouse,
        enterdt: order.orderedOn,
        reqshipdt: order.requestedOn,
        promisedt: release.promisedOn,
        pickeddt: release.pickedOn,
        shipdt: release.shippedOn,
        invoicedt: release.invoice?.issuedOn ?? null,
        shipviaty: release.carrier,
        slsrepout: order.salesperson,
        slsrepin: order.salesperson,
        termstype: order.terms,
        currencyty: order.currency,
        totlineamt: exact(billedTotal(suffix)),
        totlineord: exact(orderedTotal(suffix)),
        totinvamt: exact(billedTotal(suffix)),
      };
    });

/** Order lines, one per suffix and line. */
export const oeel: TableRows = (scan) =>
  ordersIn(scan)
    .flatMap(suffixesOf)
    .flatMap((suffix) =>
      suffix.release.lines.map((line) => ({
        ...keys(suffix.order, suffix.release.index),
        ...lowerCase(lineRow(suffix, line)),
        whse: suffix.order.warehouse,
        custno: exact(suffix.order.customer),
      })),
    );

function keys(order: Order, suffix: number): Fields {
  return { cono: Number(order.company), orderno: exact(order.number), ordersuf: suffix };
}

/** The table's columns are those of the line, in small letters and partly by other names. */
function lowerCase(row: Fields): Fields {
  const { prod, desc1, desc2, ...rest } = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { ...rest, shipprod: prod, proddesc: desc1, proddesc2: desc2 };
}

function ordersIn({ world, company, pinned }: TableScan): readonly Order[] {
  const customers = pinned('custno');
  if (customers !== undefined && pinned('orderno') === undefined) {
    return [...customers].flatMap((customer) => world.orders.list({ customer, company }));
  }
  return chosen(
    pinned('orderno'),
    (number) => world.orders.get(number, company),
    () => world.orders.list({ company }),
  );
}
