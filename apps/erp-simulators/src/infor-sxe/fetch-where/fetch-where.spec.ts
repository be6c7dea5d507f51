import { startSxe, type Json, type SxeClient } from '../../testing/sxe-client';

describe('FetchWhere', () => {
  let sxe: SxeClient;

  beforeAll(async () => {
    sxe = await startSxe();
  });
  afterAll(() => sxe.stop());

  const rows = async (TableName: string, WhereClause: string, more: Json = {}): Promise<readonly Json[]> => {
    const { json } = await sxe.fetchWhere({ TableName, WhereClause, BatchSize: 0, ...more });
    const found = json[`ttbl${TableName}`];
    if (!Array.isArray(found)) throw new Error(JSON.stringify(json));
    return found as readonly Json[];
  };

  it('answers bare, without an envelope', async () => {
    const { json } = await sxe.fetchWhere({ TableName: 'icsd', WhereClause: 'icsd.cono = 1', BatchSize: 100 });
    expect(Object.keys(json)).toEqual(['ttblicsd']);
    const wrapped = await sxe.fetchWhere({ request: { TableName: 'icsd' } });
    expect(wrapped.status).toBe(400);
  });

  it('returns rows of every company where cono is missing', async () => {
    expect((await rows('icsd', "icsd.whse = 'MAIN'")).map((row) => row['cono'])).toEqual([1, 2]);
  });

  it('understands comparisons, BEGINS, MATCHES, dates, NOT and parentheses, without regard to case', async () => {
    const begins = await rows(
      'icsp',
      "icsp.cono = 1 AND icsp.prod BEGINS 'hcs-050' and (statustype = 'A' or not statustype = 'A')",
    );
    expect(begins).toHaveLength(48);
    const matched = await rows('icsp', "cono eq 1 and icsp.descrip[1] matches '*ball valve*1/2*'");
    expect(matched.length).toBeGreaterThan(0);
    const recent = await rows(
      'oeeh',
      'oeeh.cono = 1 and oeeh.enterdt >= 01/01/2026 and oeeh.stagecd <> 9 and oeeh.transtype = "so"',
    );
    expect(recent.every((row) => String(row['enterdt']) >= '2026-01-01' && row['stagecd'] !== 9)).toBe(true);
  });

  it('reads quotes doubled or behind a tilde, and keeps what is quoted a text', async () => {
    const named = await rows('arsc', "arsc.cono = 1 and arsc.name begins 'O''Dell'");
    const tilde = await rows('arsc', "arsc.cono = 1 and arsc.name begins 'O~'Dell'");
    expect(tilde).toEqual(named);
    expect(await rows('arsc', "arsc.cono = 1 and arsc.name = 'x'' or arsc.cono = 1 or ''x'")).toEqual([]);
  });

  it('walks a table in batches without losing or doubling a row', async () => {
    const seen: unknown[] = [];
    let RestartRowID = '';
    do {
      const { json } = await sxe.fetchWhere({
        TableName: 'arss',
        WhereClause: 'arss.cono = 1',
        BatchSize: 40,
        RestartRowID,
      });
      seen.push(...(json['ttblarss'] as readonly unknown[]));
      RestartRowID = String(json['RestartRowID'] ?? '0');
    } while (RestartRowID !== '0');
    expect(seen).toEqual(await rows('arss', 'arss.cono = 1'));
  });

  it('refuses unknown tables, unknown fields and anything it does not understand', async () => {
    const messageOf = async (TableName: string, WhereClause: string): Promise<unknown> =>
      (await sxe.fetchWhere({ TableName, WhereClause })).json['cErrorMessage'];
    expect(await messageOf('sastt', 'cono = 1')).toContain('Unknown');
    expect(await messageOf('arsc', 'arsc.nosuch = 1')).toContain('Unknown Field');
    expect(await messageOf('arsc', 'arsc.cono = 1; delete')).toContain('Unable to understand');
    expect(await messageOf('arsc', 'arsc.cono = 1 and can-find(first oeeh)')).toContain('Unable to understand');
  });
});
