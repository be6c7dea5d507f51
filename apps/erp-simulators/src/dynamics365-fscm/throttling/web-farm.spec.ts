import { seededRandom } from '../../world/random';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import { DEFAULT_FSCM_OPTIONS, DEFAULT_LIMITS, type Latency } from '../options';
import { kindOfWork, rowsIn } from './kind-of-work';
import { WebFarm } from './web-farm';

const NONE = [0, 0] as const;
const ENDLESS = [2_000_000_000, 2_000_000_000] as const;
const DONE: VendorAnswer = { status: 200, contentType: 'text/plain', body: '' };

function asked(path: string): VendorRequest {
  const url = new URL(path, 'http://erp');
  return { method: 'GET', path: url.pathname, rawPath: url.pathname, query: url.searchParams, headers: {}, body: '' };
}

const KEY_READ = asked("/data/Warehouses(dataAreaId='usmf',WarehouseId='MAIN')");
const LIST = asked('/data/Warehouses?$top=1');

function farmOf(latency: Partial<Latency>, concurrent = 52): WebFarm {
  const options = {
    ...DEFAULT_FSCM_OPTIONS,
    webServers: 1,
    userLimits: { ...DEFAULT_LIMITS, concurrent },
    latency: { keyRead: NONE, list: NONE, expand: NONE, coldStart: NONE, totalsPerRow: NONE, ...latency },
  };
  return new WebFarm({ options, clock: { now: () => 0, monotonic: () => 0 }, random: seededRandom('farm') });
}

describe('a web server', () => {
  it('turns away what comes while too many calls are in flight', async () => {
    const farm = farmOf({ keyRead: ENDLESS }, 4);
    const pending = Array.from({ length: 4 }, () => farm.serve(KEY_READ, () => DONE));
    const refused = await farm.serve(LIST, () => DONE);
    expect([refused.status, refused.headers?.['retry-after']]).toEqual([429, '1']);
    expect(JSON.parse(refused.body)).toEqual({ Message: 'Number of concurrent requests exceeded the limit of 4.' });
    expect(pending).toHaveLength(4);
  });

  it('lets others in once calls are answered, even those that failed', async () => {
    const farm = farmOf({}, 1);
    const failing = farm.serve(LIST, () => {
      throw new RangeError('a fault of the simulator');
    });
    await expect(failing).rejects.toThrow('a fault of the simulator');
    expect((await farm.serve(LIST, () => DONE)).status).toBe(200);
    expect((await farm.serve(LIST, () => DONE)).status).toBe(200);
  });

  it('is slow at its first call, and then no more', async () => {
    const farm = farmOf({ coldStart: ENDLESS });
    const first = farm.serve(LIST, () => DONE).then(() => 'first');
    const second = farm.serve(LIST, () => DONE).then(() => 'second');
    expect(await Promise.race([first, second])).toBe('second');
  });

  it('works by the kind of a call, and on totals row by row unless they are left out', () => {
    expect([KEY_READ, LIST, asked('/data/SalesOrderHeadersV2?$expand=SalesOrderLines')].map(kindOfWork)).toEqual([
      'keyRead',
      'list',
      'expand',
    ]);
    const answer = { ...DONE, body: '{"value":[{"@odata.etag":"a"},{"@odata.etag":"b"}]}' };
    const rows = (path: string): number => rowsIn(asked(path), answer);
    expect(rows('/data/SalesOrderHeadersV4')).toBe(2);
    expect(rows('/data/SalesOrderHeadersV4?$select=SalesOrderNumber,OrderTotalAmount')).toBe(2);
    expect(rows('/data/SalesOrderHeadersV4?$select=SalesOrderNumber')).toBe(0);
    expect(rows('/data/SalesOrderLines')).toBe(0);
  });
});
