import { ANY_KEY, type ErpChange } from '@headwater/erp-contracts';
import type { NetsuiteSettings, SweptTable } from '../settings/netsuite.settings';
import { column, oneOfTexts, type Sql, sql } from '../sql/sql';
import type { ChangedRow } from './sweep.schema';

/** One table a sweep looks at. */
export interface Watched {
  readonly name: SweptTable;
  readonly selected: Sql;
  readonly from: Sql;
  readonly where: Sql;
  /** When a row changed, and the key that makes its order unique. */
  readonly changedAt: Sql;
  readonly key: Sql;
  readonly changesOf: (row: ChangedRow) => readonly ErpChange[];
}

const KINDS: { readonly [type: string]: ErpChange['kind'] } = {
  SalesOrd: 'order',
  ItemShip: 'shipment',
  CustInvc: 'invoice',
  CustCred: 'invoice',
  CustPymt: 'invoice',
};

function transactionChange({ type, number, customer }: ChangedRow): readonly ErpChange[] {
  const kind = KINDS[type ?? ''];
  if (kind === undefined) return [];
  // A payment has a number of its own, which is no invoice's.
  const key = type === 'CustPymt' ? ANY_KEY : (number ?? ANY_KEY);
  return [{ kind, key, ...(customer === undefined ? {} : { customer }), hard: false }];
}

const TRANSACTIONS: Watched = {
  name: 'transactions',
  selected: sql`t.type AS type, t.tranid AS number, c.entityid AS customer`,
  from: sql`transaction t INNER JOIN customer c ON c.id = t.entity`,
  where: oneOfTexts(sql`t.type`, Object.keys(KINDS)),
  changedAt: sql`t.lastmodifieddate`,
  key: sql`t.id`,
  changesOf: transactionChange,
};

const CUSTOMERS: Watched = {
  name: 'customers',
  selected: sql`c.entityid AS number`,
  from: sql`customer c`,
  where: sql`c.entityid IS NOT NULL`,
  changedAt: sql`c.lastmodifieddate`,
  key: sql`c.id`,
  changesOf: ({ number }) => [{ kind: 'customer', key: number ?? ANY_KEY, hard: false }],
};

const ITEMS: Watched = {
  name: 'items',
  selected: sql`i.itemid AS number`,
  from: sql`item i`,
  where: sql`i.itemid IS NOT NULL`,
  changedAt: sql`i.lastmodifieddate`,
  key: sql`i.id`,
  changesOf: ({ number }) => [{ kind: 'item', key: number ?? ANY_KEY, hard: false }],
};

/** Stock moves by postings of other documents, whose user event scripts may not run. */
const STOCK: Watched = {
  name: 'stock',
  selected: sql`i.itemid AS number`,
  from: sql`aggregateitemlocation a INNER JOIN item i ON i.id = a.item`,
  where: sql`a.lastquantityavailablechange IS NOT NULL`,
  changedAt: sql`a.lastquantityavailablechange`,
  key: sql`a.item`,
  changesOf: ({ number }) => [{ kind: 'availability', key: number ?? ANY_KEY, hard: false }],
};

const DELETED_KINDS: readonly (readonly [type: RegExp, kind: ErpChange['kind']])[] = [
  [/^sales ?ord/i, 'order'],
  [/^item ?(fulfil|ship)/i, 'shipment'],
  [/^(cust)?(inv|cred|pay)/i, 'invoice'],
  [/^customer/i, 'customer'],
  [/item$/i, 'item'],
];

/** Of a deleted record only type and internal id are left, so every one of its kind counts as changed. */
function deleted([type = '', id = '', at = '']: readonly string[]): Watched {
  const names = [type, id, at].map((name) => column(`d.${name}`));
  const [typeColumn = sql``, key = sql``, changedAt = sql``] = names;
  return {
    name: 'deletions',
    selected: sql`${typeColumn} AS type`,
    from: sql`deletedrecord d`,
    where: sql`${key} IS NOT NULL`,
    changedAt,
    key,
    changesOf: ({ type: said = '' }) => {
      const kind = DELETED_KINDS.find(([pattern]) => pattern.test(said))?.[1];
      return kind === undefined ? [] : [{ kind, key: ANY_KEY, hard: false }];
    },
  };
}

/** The tables a sweep of this connection looks at. */
export function watchedTables({ sweptTables, multiLocation, deletedColumns }: NetsuiteSettings): readonly Watched[] {
  const tables = [TRANSACTIONS, CUSTOMERS, ITEMS, ...(multiLocation ? [STOCK] : []), deleted(deletedColumns)];
  return tables.filter(({ name }) => sweptTables.includes(name));
}
