import type { ProbeVerdict } from '@headwater/erp-contracts';
import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { refusal } from '../testing/fake-suiteql';
import { isQuery, rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

async function verdicts(exchanges: readonly ReplayExchange[], settings = {}): Promise<readonly ProbeVerdict[]> {
  return withNetsuite(({ connection }) => connection.probe(anErpCall()), { exchanges, settings });
}

function failing(all: readonly ProbeVerdict[]): readonly string[] {
  return all.filter(({ ok }) => !ok).map(({ check }) => check);
}

function on(word: string, answer: ReturnType<typeof refusal>): ReplayExchange {
  return { name: word, matches: (request) => (isQuery(request) ? request.body : request.path).includes(word), answer };
}

const FORBIDDEN = refusal(403, 'INSUFFICIENT_PERMISSION', 'no');

describe('the connection test', () => {
  it('names just the capabilities that fail, each with what to do', async () => {
    const all = await verdicts([on('aggregateitemlocation', FORBIDDEN)]);
    expect(failing(all)).toEqual(['availability']);
    expect(all.find(({ ok }) => !ok)).toMatchObject({
      detail: 'NetSuite does not allow this read for the connection’s user.'.replace('’', "'"),
      fix: expect.stringContaining('SuiteAnalytics Workbook'),
    });
  });

  it('tries an order in full, for the record API has a permission of its own', async () => {
    expect(failing(await verdicts([on('/salesOrder/', FORBIDDEN)]))).toEqual(['orders']);
  });

  it('tries the price RESTlet where there is one', async () => {
    const settings = { priceScript: 'customscript_a', priceDeployment: 'customdeploy_a' };
    expect(failing(await verdicts([on('restlet.nl', { status: 302, body: '' })], settings))).toEqual(['prices']);
    expect(failing(await verdicts([on('itemprice', FORBIDDEN)], settings))).toEqual([]);
    expect(failing(await verdicts([on('itemprice', FORBIDDEN)]))).toEqual(['prices']);
  });

  it('names a column the account does not know, and where to set it', async () => {
    const all = await verdicts([], { priceQuantityColumn: 'quantityfrom' });
    expect(failing(all)).toEqual(['prices']);
    expect(all.find(({ ok }) => !ok)).toMatchObject({
      detail: expect.stringContaining('"quantityfrom"'),
      fix: expect.stringContaining('names of columns'),
    });
  });

  it('of an empty account passes: what answers with nothing answers', async () => {
    const empty = { customer: [], item: [], transaction: [], transactionline: [] };
    expect(failing(await verdicts([withTables(empty)]))).toEqual([]);
  });

  it('finds an order of somebody where the first customer has none', async () => {
    const others = rowsWith('transaction', (row) => (row['entity'] === '501' ? { ...row, entity: '503' } : row));
    await withNetsuite(
      async ({ connection, server }) => {
        expect(failing(await connection.probe(anErpCall()))).toEqual([]);
        expect(server.requests.some(({ path }) => path.includes('/salesOrder/'))).toBe(true);
      },
      { exchanges: [withTables({ transaction: others })] },
    );
  });
});
