import type { CallHandler, SxeCall } from '../call';
import { limited, versionSuffix } from '../call';
import { table, type Fields } from '../envelope';
import { exact } from '../json';
import { billedTotal, orderedTotal, suffixesOf, type OrderSuffix } from '../order-suffix';
import { stageOf, transactionType } from '../stages';

/** One row per suffix, oldest first: the call neither sorts nor pages, it only cuts. */
export const listOrders: CallHandler = (call) => {
  const found = call.world.orders
    .list(filterOf(call))
    .flatMap(suffixesOf)
    .filter((suffix) => isWanted(call, suffix));
  const { rows, flag } = limited(call, found);
  const toRow = call.version === 1 ? firstVersionRow : typedRow;
  return { ...table(`oeord${versionSuffix(call.version)}`, rows.map(toRow)), ...flag };
};

function filterOf({ input, company }: SxeCall): Parameters<SxeCall['world']['orders']['list']>[0] {
  return {
    company,
    customer: input.key('customerNumber'),
    customerPo: input.text('customerPurchaseOrder'),
    from: input.date('startEnterDate'),
    to: input.date('endEnterDate'),
  };
}

function isWanted({ input }: SxeCall, { order, release }: OrderSuffix): boolean {
  const stage = stageOf(release).code;
  const types = input
    .text('transactionTypes')
    ?.toLowerCase()
    .split(',')
    .map((type) => type.trim());
  const number = input.key('orderNumber');
  const shipTo = input.text('shipTo');
  return (
    stage >= (input.integer('startStage') ?? 0) &&
    stage <= (input.integer('endStage') ?? 9) &&
    (types === undefined || types.includes(transactionType(order))) &&
    (number === undefined || order.number === number) &&
    (shipTo === undefined || order.shipTo === shipTo) &&
    (!input.flag('holdOnlyFlg') || order.hold !== null)
  );
}

function typedRow(suffix: OrderSuffix): Fields {
  const { order, release } = suffix;
  return {
    orderNo: exact(order.number),
    orderSuf: release.index,
    custNo: exact(order.customer),
    transType: transactionType(order),
    stageCd: stageOf(release).code,
    enterDt: order.orderedOn,
    promiseDt: release.promisedOn,
    custPo: order.customerPo,
    invoiceDt: release.invoice?.issuedOn ?? null,
    totInvAmt: exact(billedTotal(suffix)),
    totLineAmt: exact(billedTotal(suffix)),
    totLineOrd: exact(orderedTotal(suffix)),
  };
}

/** The first version spells its names out and gives the stage twice. */
function firstVersionRow(suffix: OrderSuffix): Fields {
  const { order, release } = suffix;
  const stage = stageOf(release);
  return {
    orderNumber: exact(order.number),
    orderSuffix: release.index,
    warehouse: order.warehouse,
    customerNumber: exact(order.customer),
    shipTo: order.shipTo ?? '',
    stageCode: stage.code,
    stageCodeString: stage.text,
    enterDate: order.orderedOn,
    totalInvoiceAmount: exact(billedTotal(suffix)),
    transactionType: transactionType(order),
    customerPurchaseOrder: order.customerPo,
    requestedShipDate: order.requestedOn,
    promiseDate: release.promisedOn,
    pickedDate: release.pickedOn,
    shipDate: release.shippedOn,
    invoiceDate: release.invoice?.issuedOn ?? null,
    sortField: '',
  };
}
