import type { BoundedCount } from '@headwater/kernel';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { COUNTED_ROWS } from '../paging/keyset-page';
import { anywhere } from '../paging/like-pattern';
import type { AccountEntity } from './account.entity';

/** Beyond this many hits a text is common, and looking at accounts in their sequence finds a page soonest. */
const PROBED_HITS = 4 * COUNTED_ROWS;

const HITS = `
  SELECT id FROM account WHERE name ILIKE $1
  UNION ALL
  SELECT account_id FROM account_erp_link WHERE external_id ILIKE $1
  LIMIT ${PROBED_HITS + 1}`;

/**
 * Keeps the accounts whose name, or a customer number they are linked to, has the text somewhere in it; answers how
 * many that are. Rare texts are found by the trigram indexes and read by id. For common ones that would mean reading
 * and sorting a large part of the table for one page, so they are found on the way through the sort's own index.
 */
export async function filterByText(rows: SelectQueryBuilder<AccountEntity>, text: string): Promise<BoundedCount> {
  const pattern = anywhere(text);
  const hits = await hitsOf(rows.connection.manager, pattern);
  const ids = [...new Set(hits)];
  if (hits.length <= PROBED_HITS) {
    rows.andWhere('account.id = ANY(:ids)', { ids });
    return { value: Math.min(ids.length, COUNTED_ROWS), exact: ids.length <= COUNTED_ROWS };
  }
  rows.andWhere(
    `(account.name ILIKE :pattern
      OR account.id IN (SELECT link.account_id FROM account_erp_link link WHERE link.external_id ILIKE :pattern))`,
    { pattern },
  );
  return { value: Math.min(ids.length, COUNTED_ROWS), exact: false };
}

async function hitsOf(manager: EntityManager, pattern: string): Promise<readonly string[]> {
  const found = await manager.query<readonly { readonly id: string }[]>(HITS, [pattern]);
  return found.map(({ id }) => id);
}
