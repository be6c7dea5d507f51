import { requiredVendorText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { ifPublished } from '../entities/dispensable';
import { entityShape } from '../entities/entity-shape';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey } from '../entities/keys';

const orderOfSlipShape = entityShape({ SalesOrderNumber: requiredVendorText }, {});

/**
 * Which of some open orders a packing slip was posted for. A line stays open until all of it is delivered, so that an
 * order half delivered looks like one not begun, but for its packing slips. Folded order numbers.
 */
export async function begunOrders(
  context: FscmContext,
  orders: readonly string[],
  call: ErpCall,
): Promise<ReadonlySet<string>> {
  if (orders.length === 0) return new Set();
  const rows =
    (await ordersOfSlips(context, { purpose: 'packing-slip-lines', orders }, call)) ??
    (await ordersOfSlips(context, { purpose: 'tracking', orders }, call)) ??
    [];
  return new Set(rows.map((row) => foldedKey(row.SalesOrderNumber)));
}

function ordersOfSlips(
  context: FscmContext,
  { purpose, orders }: { readonly purpose: 'packing-slip-lines' | 'tracking'; readonly orders: readonly string[] },
  call: ErpCall,
) {
  const query = { purpose, shape: orderOfSlipShape, what: 'packing slips', keyField: 'SalesOrderNumber' } as const;
  return ifPublished(context, { purpose, call }, () => rowsByKeys(context, { ...query, keys: orders }, call));
}
