import { parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { rowsOf, type SxeRow } from '../client/tables';
import { bagOf } from '../client/value-bag';
import { answered, type SxeContext } from '../infor-sxe.context';
import { type OrderHeader, orderHeaderSchema, type OrderLine, orderLineSchema } from './single-order.schema';

/** One suffix in full. */
export interface SingleOrder {
  readonly header: OrderHeader;
  readonly lines: readonly OrderLine[];
}

export interface SuffixKey {
  readonly order: number;
  readonly suffix: number;
}

/** Comments stand among the lines without a product. */
function isComment(row: SxeRow): boolean {
  return String(row['prod'] ?? '').trim() === '';
}

/** Reads one suffix with its lines. Throws `not-found`. */
export async function readSingleOrder(context: SxeContext, key: SuffixKey, call: ErpCall): Promise<SingleOrder> {
  const response = await context.client.call(
    'orders.single',
    {
      orderNumber: key.order,
      orderSuffix: key.suffix,
      getOrderInfo: 'Y',
      lineSort: 'A',
      includeHeaderData: true,
      includeTotalData: false,
      includeTaxData: false,
      includeLineData: true,
    },
    call,
  );
  const { slashOrder } = context.settings;
  const header = bagOf(rowsOf(response, 'fieldlist'));
  const lines = rowsOf(response, 'oelineitem').filter((row) => !isComment(row));
  return {
    header: parseVendor(orderHeaderSchema(slashOrder), header, answered(context, 'an order')),
    lines: lines.map((row) => parseVendor(orderLineSchema(slashOrder), row, answered(context, 'order lines'))),
  };
}
