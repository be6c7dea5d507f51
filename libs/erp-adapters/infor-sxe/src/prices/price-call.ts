import { parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type PriceQuery, type PriceView } from '@headwater/erp-contracts';
import { isDecimal } from '@headwater/kernel';
import { optionalRows, rowsOf, type SxeResponse } from '../client/tables';
import { answered, type SxeContext } from '../infor-sxe.context';
import { sameKey } from '../items/item-rows';
import { customerNumber } from '../keys';
import { priceBreaks } from './price-breaks';
import { type Asked, rowFor } from './price-match';
import { toPriceView } from './price.mapper';
import {
  type BreakRow,
  breakRowSchema,
  type PriceExtra,
  priceExtraSchema,
  type PriceRow,
  priceRowSchema,
} from './price.schema';

/** What one pricing call said, row by row. */
interface PriceAnswer {
  readonly rows: readonly PriceRow[];
  readonly breaks: readonly BreakRow[];
  readonly extras: readonly PriceExtra[];
}

/** A quantity as the JSON number SX.e expects; one a number cannot hold exactly is refused, not rounded. */
function quantityNumber(quantity: string): number {
  const number = Number(quantity);
  if (isDecimal(quantity) && number > 0 && quantity.replace(/[.-]/g, '').length <= 15) return number;
  throw new ErpError('invalid-request', 'A quantity to price is a positive number of at most 15 digits.');
}

function requestOf(query: PriceQuery, asked: readonly Asked[]): Readonly<Record<string, unknown>> {
  const rows = asked.map(({ question, seqno }) => ({
    seqno,
    whse: query.warehouse ?? '',
    prod: question.item,
    qtyord: quantityNumber(question.quantity),
    unit: question.unit ?? '',
  }));
  return {
    customerNumber: customerNumber(query.customer),
    // A blank ship-to is left out: SX.e would look for a ship-to of that name.
    ...(query.shipTo === undefined || query.shipTo === '' ? {} : { shipTo: query.shipTo }),
    getPriceBreaks: true,
    useDefaultWhse: query.warehouse === undefined,
    sendFullQtyOnOrder: true,
    checkOtherWhseInventory: false,
    pricingMethod: 'full',
    tOemultprcinV2: { 't-oemultprcinV2': rows },
  };
}

function answerOf(context: SxeContext, response: SxeResponse): PriceAnswer {
  return {
    rows: rowsOf(response, 'oemultprcout').map((row) => parseVendor(priceRowSchema, row, answered(context, 'prices'))),
    breaks: (optionalRows(response, 'oemultprcoutbrk') ?? []).map((row) =>
      parseVendor(breakRowSchema, row, answered(context, 'quantity breaks')),
    ),
    extras: (optionalRows(response, 'outfieldvalue') ?? []).map((row) =>
      parseVendor(priceExtraSchema, row, answered(context, 'price extras')),
    ),
  };
}

function originOf(extras: readonly PriceExtra[], row: PriceRow, field: string): string | undefined {
  return extras.find(
    ({ level, fieldname }) =>
      fieldname?.toLowerCase() === field && (level ?? '').split('|').some((part) => sameKey(part, row.prod)),
  )?.fieldvalue;
}

export interface PriceAsk {
  readonly query: PriceQuery;
  readonly asked: readonly Asked[];
}

/** One pricing call; a function that finds the price of each question once the currency is known. */
export async function askPrices(context: SxeContext, { query, asked }: PriceAsk, call: ErpCall) {
  const response = await context.client.call('prices.quote', requestOf(query, asked), call);
  const { rows, breaks, extras } = answerOf(context, response);
  const { breakPriceColumns, priceReasonField } = context.settings;
  return (one: Asked, currency: string): PriceView | undefined => {
    const row = rowFor(one, rows);
    if (row === undefined) return undefined;
    const breakRow = breaks.find((candidate) => candidate.seqno === (row.seqno ?? one.seqno));
    return toPriceView(one, row, {
      connectionId: context.connectionId,
      currency,
      breaks: breakRow === undefined ? [] : priceBreaks(breakRow, breakPriceColumns, currency),
      origin: originOf(extras, row, priceReasonField),
    });
  };
}
