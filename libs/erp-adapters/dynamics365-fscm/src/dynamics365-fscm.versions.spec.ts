import { anErpCall } from '@headwater/erp-testing';
import type { ErpConnection } from '@headwater/erp-contracts';
import type { Environment } from './testing/fscm-environment';
import { FIXTURES } from './testing/fscm-fixtures';
import { environmentWith, type SceneOptions, withFscm } from './testing/fscm-connection';

/** Answers to the same questions, without the moment they were asked at. */
async function answers(connection: ErpConnection): Promise<readonly unknown[]> {
  const call = anErpCall();
  const readings = [
    await connection.orders?.list({ customer: 'US-001', limit: 50 }, call),
    await connection.orders?.get({ number: '000002' }, call),
    await connection.customers?.get({ number: 'US-001' }, call),
    await connection.shipments?.list({ order: '000002', limit: 50 }, call),
    await connection.prices?.quote({ customer: 'US-001', items: [{ item: 'BRG-6204', quantity: '10' }] }, call),
  ];
  return readings.map((reading) => reading?.data);
}

const newer: Environment = environmentWith({
  SalesOrderHeadersV3: FIXTURES.headers,
  SalesOrderHeadersV4: FIXTURES.headers,
  SalesOrderLinesV2: FIXTURES.lines,
  CustomersV2: [],
});

/** A version whose header has no navigation to the lines as older ones had it. */
const withoutNavigation: Environment = environmentWith({
  SalesOrderHeadersV3: FIXTURES.headers,
  SalesOrderLines: undefined,
  SalesOrderLinesV3: FIXTURES.lines,
});

const older: Environment = environmentWith({ CustomersV3: undefined, CustomersV2: FIXTURES.customers });

async function under(options: SceneOptions) {
  return withFscm(async ({ connection, server }) => {
    const data = await answers(connection);
    const sets = server.requests.map(({ path }) => /^\/data\/(\w+)/.exec(path)?.[1] ?? '');
    return { data, sets: new Set(sets), paths: server.requests.map(({ path }) => path) };
  }, options);
}

describe('versions of an entity, side by side', () => {
  it('are told apart by what is published, the highest first, and give the same views', async () => {
    const usual = await under({});
    const high = await under({ environment: newer });
    expect(high.data).toEqual(usual.data);
    expect(usual.sets).toContain('SalesOrderHeadersV2');
    expect(high.sets).toContain('SalesOrderHeadersV4');
    expect(high.sets).not.toContain('SalesOrderHeadersV2');
  });

  it('give the same views where a newer header knows its lines by no navigation of that name', async () => {
    const usual = await under({});
    const other = await under({ environment: withoutNavigation });
    expect(other.data).toEqual(usual.data);
    expect(other.sets).toContain('SalesOrderLinesV3');
  });

  it('give the same views where only an older one is there', async () => {
    const usual = await under({});
    const low = await under({ environment: older });
    expect(low.data).toEqual(usual.data);
    expect(low.sets).toContain('CustomersV2');
  });

  it('are pinned by the settings, without being looked up', async () => {
    const pinned = await under({
      environment: newer,
      settings: {
        entityDiscovery: 'off',
        entitySets: 'order-headers=SalesOrderHeadersV3\npacking-slip-lines=SalesPackingSlipLines',
      },
    });
    expect(pinned.data).toEqual((await under({})).data);
    expect(pinned.sets).toContain('SalesOrderHeadersV3');
    expect([...pinned.sets]).not.toContain('SalesOrderHeadersV4');
    expect(pinned.paths).not.toContain('/data/');
  });
});
