import { decodeCursor, encodeCursor } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { z } from 'zod';

export interface CountedRequest<T> {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly read: (skip: number, top: number) => Promise<readonly T[]>;
  /** Whether a row is really one of those asked for; a wildcard in a text lets the ERP find more. */
  readonly keeps: (row: T) => boolean;
}

const cursorSchema = z.strictObject({ skip: z.int().positive() });

const MOST_READS = 20;

/** A page of a list sorted by its key, by counting rows: what is searched by name has no date to go on from. */
export async function countedPage<T>({ limit, cursor, read, keeps }: CountedRequest<T>): Promise<Page<T>> {
  const kept: T[] = [];
  let skip = cursor === undefined ? 0 : decodeCursor(cursor, cursorSchema).skip;
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const rows = await read(skip, limit + 1);
    for (const row of rows) {
      if (keeps(row)) {
        if (kept.length === limit) return { items: kept, nextCursor: encodeCursor({ skip }) };
        kept.push(row);
      }
      skip += 1;
    }
    if (rows.length <= limit) return { items: kept, nextCursor: null };
  }
  throw new ErpError('invalid-request', 'Too much matches the wildcards in the text; ask for it without * and ?.');
}
