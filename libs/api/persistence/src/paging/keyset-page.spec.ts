import { newId } from '@headwater/kernel';
import { AccountEntity } from '../accounts/account.entity';
import { countingStatements } from '../testing/counted-statements';
import { migratedTestDatabase, type TestDatabase } from '../testing/test-database';
import { keysetPage, type SortColumn } from './keyset-page';

let test: TestDatabase;
beforeAll(async () => {
  test = await migratedTestDatabase();
  await test.database.query(
    `INSERT INTO account (id, name, territory)
     SELECT gen_random_uuid(), 'Acme', CASE WHEN at % 3 = 0 THEN NULL ELSE 'T' || at % 4 END FROM generate_series(1, 29) at`,
  );
});
afterAll(() => test.drop());

const territory: SortColumn<AccountEntity> = {
  expression: 'account.territory',
  parameter: ':value',
  nullable: true,
  kind: 'text',
  valueOf: (row) => row.territory,
};

async function walk(sort: 'territory' | '-territory', limit: number): Promise<readonly AccountEntity[]> {
  const found: AccountEntity[] = [];
  const list = { rows: test.database.createQueryBuilder(AccountEntity, 'account'), columns: { territory } };
  for (let page = await keysetPage({ ...list, query: { sort, limit } }); ;) {
    found.push(...page.items);
    if (page.next === null) return found;
    page = await keysetPage({ ...list, query: { sort, limit, after: page.next } });
  }
}

describe('a list sorted by a column that may be empty', () => {
  it.each(['territory', '-territory'] as const)('can be walked by %s, rows without a value last', async (sort) => {
    const whole = await walk(sort, 100);
    const pieces = await walk(sort, 4);
    expect(pieces.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(29);
    const values = whole.map((row) => row.territory);
    const given = values.filter((value) => value !== null);
    const sorted = [...given].sort();
    expect(values).toEqual([...(sort === 'territory' ? sorted : sorted.reverse()), ...Array(9).fill(null)]);
  });

  it('refuses to go on behind an empty value where there can be none', async () => {
    const rows = test.database.createQueryBuilder(AccountEntity, 'account');
    const name = { ...territory, expression: 'account.name', nullable: false };
    const after = { sort: 'name', value: null, id: newId() };
    const asking = keysetPage({ rows, columns: { name }, query: { sort: 'name', limit: 1, after } });
    await expect(asking).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('asks the database nothing when it refuses', async () => {
    const rows = test.database.createQueryBuilder(AccountEntity, 'account');
    const after = { sort: 'territory', value: '\0', id: newId() };
    const statements = await countingStatements(async () => {
      await keysetPage({ rows, columns: { territory }, query: { sort: 'territory', limit: 1, after } }).catch(
        () => null,
      );
    });
    expect(statements).toBe(0);
  });
});
