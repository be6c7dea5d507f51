import { compareDecimals } from '@headwater/kernel';
import type { Order, ReleaseLine } from '../../world/model/order';
import { amountOf, hasShipped, lineOf } from '../../world/orders/order-amounts';
import type { BagEntry } from '../bag';
import type { Fields } from '../envelope';
import { exact } from '../json';
import { inStockUnits, type OrderSuffix } from '../order-suffix';
import { transactionType } from '../stages';

/** A line of one suffix: numbers are JSON numbers here, and `price` is net already (no line discount). */
export function lineRow({ order, release }: OrderSuffix, { lineNo, ordered, shipped }: ReleaseLine): Fields {
  const line = lineOf(order, lineNo);
  const short = hasShipped(release) && compareDecimals(shipped, ordered) < 0;
  return {
    lineNo,
    specNsType: '',
    prod: line.item,
    desc1: line.description,
    desc2: line.description2,
    unit: line.unit,
    qtyOrd: exact(ordered),
    qtyShip: exact(shipped),
    price: exact(line.unitPrice),
    discAmt: 0,
    discType: '%',
    netOrd: exact(amountOf(ordered, line.unitPrice, order.currency)),
    netAmt: exact(amountOf(hasShipped(release) ? shipped : ordered, line.unitPrice, order.currency)),
    sortFld: '',
    rushfl: false,
    botype: order.kind === 'order' ? 'y' : 'n',
    promisedt: line.promisedOn,
    reqshipdt: order.requestedOn,
    ordertype: transactionType(order),
    orderaltno: 0,
    tiedorder: '',
    bono: short ? release.index + 1 : 0,
    stkqtyord: exact(inStockUnits(ordered, line.unitFactor)),
    stkqtyship: exact(inStockUnits(shipped, line.unitFactor)),
  };
}

/** Sites add fields of their own to the header bag: `linelevel-` and the line as `seqNo`. */
export function lineEntries(order: Order, { lineNo }: ReleaseLine): readonly BagEntry[] {
  return [
    { name: 'linelevel-user5', value: `BIN ${order.warehouse}-${String(lineNo).padStart(2, '0')}   `, line: lineNo },
  ];
}
