import { tablesInSql } from './sql.mts';

describe('the tables of a text of SQL', () => {
  it('are those it creates, without schema and quotes, and with their columns', () => {
    const sql = `CREATE UNLOGGED TABLE IF NOT EXISTS "crm"."Account" (
      id uuid PRIMARY KEY, "ownerId" uuid NOT NULL REFERENCES app_user (id),
      rate numeric(12, 4), settings jsonb DEFAULT '{}', tags text[],
      CONSTRAINT account_once UNIQUE (id, rate), PRIMARY KEY (id)
    )`;
    expect(tablesInSql(sql)).toEqual([
      {
        name: 'Account',
        columns: [
          { name: 'id', type: 'uuid' },
          { name: 'ownerId', type: 'uuid' },
          { name: 'rate', type: 'numeric' },
          { name: 'settings', type: 'jsonb' },
          { name: 'tags', type: 'text' },
        ],
      },
    ]);
  });

  it.each([
    ['create table x as select 1', 'x'],
    ['CREATE OR REPLACE VIEW x AS SELECT 1', 'x'],
    ['create materialized view if not exists crm.x as select 1', 'x'],
    ['SELECT id INTO TABLE x FROM account', 'x'],
    ['ALTER TABLE account RENAME TO x', 'x'],
    ['CREATE TABLE x PARTITION OF account DEFAULT', 'x'],
  ])('are found in %s', (sql, name) => {
    expect(tablesInSql(sql).map((table) => table.name)).toEqual([name]);
  });

  it('include those it widens, with the new columns only', () => {
    const sql =
      'ALTER TABLE IF EXISTS ONLY account ADD COLUMN IF NOT EXISTS extra jsonb, ADD CONSTRAINT c CHECK (true)';
    expect(tablesInSql(sql)).toEqual([{ name: 'account', columns: [{ name: 'extra', type: 'jsonb' }] }]);
  });

  it('include those with a column renamed', () => {
    expect(tablesInSql('ALTER TABLE account RENAME COLUMN phone TO last_invoice')).toEqual([
      { name: 'account', columns: [{ name: 'last_invoice', type: '' }] },
    ]);
  });

  it.each([
    'Create table of contents',
    'Create view from these filters',
    'SELECT * FROM account',
    'DROP TABLE account',
  ])('are none in %j', (text) => {
    expect(tablesInSql(text)).toEqual([]);
  });
});
