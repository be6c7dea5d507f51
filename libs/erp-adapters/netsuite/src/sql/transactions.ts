import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { currencyColumn, currencyJoin } from './currency';
import { internalId, joined, NOTHING, type Sql, sql } from './sql';

/** A column of a query, so that each is named once, beside its alias. */
export function columns(...pieces: readonly Sql[]): Sql {
  return joined(
    pieces.filter((piece) => piece !== NOTHING),
    ', ',
  );
}

/** Who a transaction is with, and the currency of its amounts. */
export function partyColumns(settings: NetsuiteSettings): Sql {
  return columns(
    sql`c.entityid AS entityid`,
    sql`c.companyname AS companyname`,
    sql`c.firstname AS firstname`,
    sql`c.lastname AS lastname`,
    currencyColumn(settings, 't'),
  );
}

/** Joins a query over `transaction t` needs for its party, its currency and, with OneWorld, its subsidiary. */
export function transactionJoins(settings: NetsuiteSettings): Sql {
  return joined(
    [sql`INNER JOIN customer c ON c.id = t.entity`, currencyJoin(settings, 't'), subsidiaryJoin(settings)],
    ' ',
  );
}

/** Where the subsidiary of a transaction stands, as far as it is asked for. */
export function subsidiaryJoin({ subsidiary, subsidiaryOn }: NetsuiteSettings): Sql {
  if (subsidiary === undefined || subsidiaryOn === 'transaction') return NOTHING;
  return sql`INNER JOIN transactionline ml ON ml.transaction = t.id AND ml.mainline = 'T'`;
}

/** Keeps a query over `transaction t` to the subsidiary of the connection. */
export function ofSubsidiary({ subsidiary, subsidiaryOn }: NetsuiteSettings): readonly Sql[] {
  if (subsidiary === undefined) return [];
  const where = subsidiaryOn === 'line' ? sql`ml.subsidiary` : sql`t.subsidiary`;
  return [sql`${where} = ${internalId(subsidiary)}`];
}

/**
 * Status letters as a filter wants them. A filter takes `SalesOrd:B`, although a selected status comes back as
 * something else.
 */
export function statusIn(type: string, letters: readonly string[]): Sql {
  const codes = letters.map((letter) => sql`${`${type}:${letter}`}`);
  return sql`t.status IN (${joined(codes, ', ')})`;
}
