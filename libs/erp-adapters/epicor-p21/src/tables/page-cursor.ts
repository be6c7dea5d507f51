import { decodeCursor, encodeCursor } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';

const count = z.number().int().nonnegative().max(10_000_000);
const cursorSchema = z.strictObject({ sort: z.string(), skip: count });

/** Where a list goes on: rows passed over, in one order. Prophet 21 pages by counting, so the cursor does, too. */
export function skipOf(cursor: string | undefined, sort: string): number {
  if (cursor === undefined) return 0;
  const position = decodeCursor(cursor, cursorSchema);
  if (position.sort === sort) return position.skip;
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}

export function cursorAt(skip: number, sort: string): string {
  return encodeCursor({ sort, skip });
}
