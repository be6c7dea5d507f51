import { requiredVendorText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
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
  const [lines, tracking] = await Promise.all([
    context.names.find('packing-slip-lines', call),
    context.names.find('tracking', call),
  ]);
  if (lines === undefined && tracking === undefined) return new Set();
  const rows = await rowsByKeys(
    context,
    {
      purpose: lines === undefined ? 'tracking' : 'packing-slip-lines',
      shape: orderOfSlipShape,
      what: 'packing slips',
      keyField: 'SalesOrderNumber',
      keys: orders,
    },
    call,
  );
  return new Set(rows.map((row) => foldedKey(row.SalesOrderNumber)));
}
