import { ROLES } from '@headwater/configuration';
import { JSON_COLUMNS, OWNED_TABLES } from './owned-tables';
import { migratedTestDatabase, type TestDatabase } from './testing/test-database';

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Everything that can hold rows, in every schema that is not PostgreSQL's own: views, foreign tables, all of it. */
const COLUMNS_OF_EVERYTHING = `
  SELECT CASE WHEN space.nspname = 'public' THEN thing.relname ELSE space.nspname || '.' || thing.relname END AS "table",
         field.attname AS "column", format_type(field.atttypid, field.atttypmod) AS "type"
  FROM pg_attribute field
  JOIN pg_class thing ON thing.oid = field.attrelid
  JOIN pg_namespace space ON space.oid = thing.relnamespace
  WHERE thing.relkind IN ('r', 'p', 'v', 'm', 'f') AND field.attnum > 0 AND NOT field.attisdropped
    AND space.nspname NOT IN ('pg_catalog', 'information_schema') AND space.nspname NOT LIKE 'pg_toast%'
  ORDER BY 1, 2`;

let test: TestDatabase;
beforeAll(async () => {
  test = await migratedTestDatabase();
});
afterAll(() => test.drop());

async function storedTables(): Promise<Record<string, Record<string, string>>> {
  const tables: Record<string, Record<string, string>> = {};
  for (const { table, column, type } of await test.database.query<ColumnRow[]>(COLUMNS_OF_EVERYTHING)) {
    (tables[table] ??= {})[column] = type;
  }
  return tables;
}

describe('the migrated database', () => {
  it('has the owned tables with their columns, and nothing else', async () => {
    expect(await storedTables()).toEqual(OWNED_TABLES);
  });

  it('has JSON, or anything else without a fixed shape, in the named few columns only', async () => {
    const shapeless = Object.entries(await storedTables()).flatMap(([table, columns]) =>
      Object.entries(columns)
        .filter(([, type]) => /json|xml|hstore|\[\]|^oid$/.test(type))
        .map(([column]) => `${table}.${column}`),
    );
    expect(shapeless).toEqual(JSON_COLUMNS);
  });

  it('notices a table, a view and a column that nobody listed', async () => {
    const runner = test.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('CREATE VIEW smuggled AS SELECT 1 AS total');
    await runner.query('ALTER TABLE account ADD COLUMN last_total text');
    const rows = (await runner.query(COLUMNS_OF_EVERYTHING)) as readonly ColumnRow[];
    await runner.rollbackTransaction();
    await runner.release();
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'smuggled', column: 'total' })]));
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'account', column: 'last_total' })]));
  });

  it('keeps settings of connections flat, whoever writes them', async () => {
    const insert = (settings: string) =>
      test.database.query(
        `INSERT INTO erp_connection (id, name, adapter, settings) VALUES (gen_random_uuid(), $1, 'infor-sxe', $2)`,
        [settings, settings],
      );
    await insert('{"baseUrl": "https://erp.example", "tries": 3, "demo": true}');
    await expect(insert('{"orders": [{"number": "1"}]}')).rejects.toThrow(/erp_connection_settings_flat/);
    await expect(insert('{"nested": {}}')).rejects.toThrow(/erp_connection_settings_flat/);
    await expect(insert('[1]')).rejects.toThrow(/erp_connection_settings_flat/);
    await expect(insert('null')).rejects.toThrow(/erp_connection_settings_flat/);
  });

  it('knows the same roles as the permissions do', async () => {
    const [{ definition }] = await test.database.query<[{ readonly definition: string }]>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'app_user_role_known'`,
    );
    expect([...definition.matchAll(/'([^']+)'/g)].map(([, role]) => role)).toEqual([...ROLES]);
  });
});
