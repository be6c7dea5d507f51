import { refuseLargeBatch } from '@headwater/erp-adapter-kit';
import type {
  AvailabilityQuery,
  AvailabilityReader,
  AvailabilityView,
  BatchPage,
  ErpCall,
} from '@headwater/erp-contracts';
import { type HarborErpContext, readingOf } from '../harbor-erp.context';
import { MAX_BATCH } from '../harbor-erp.manifest';
import { toAvailabilityView } from './availability.mapper';
import { stockAnswerSchema } from './stock.schema';

/** Reads stock per item and warehouse, for several items in one call. */
export function createAvailabilityReader(context: HarborErpContext): AvailabilityReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(
  context: HarborErpContext,
  { items, warehouse }: AvailabilityQuery,
  call: ErpCall,
): Promise<BatchPage<AvailabilityView>> {
  refuseLargeBatch(items.length, MAX_BATCH);
  const parameters = { item: items, warehouse };
  const answer = await context.client.read(
    { path: 'availability', parameters, schema: stockAnswerSchema, what: 'availability', notFound: 'unavailable' },
    call,
  );
  return {
    items: answer.stock.map((row) => toAvailabilityView(row, context)),
    nextCursor: null,
    notFound: answer.unknown,
  };
}
