import { anErpCall } from '@headwater/erp-testing';
import { FIXTURES } from '../testing/fscm-fixtures';
import { answeringSet, environmentWith, withFscm } from '../testing/fscm-connection';
import { odataError } from '../testing/fscm-environment';

const DATA_ENTITIES = [
  { Name: 'CustCustomerV3Entity', PublicEntityName: 'CustomerV3', PublicCollectionName: 'CustomersV3' },
  { Name: 'InternalEntity', PublicCollectionName: '' },
];

describe('the entity sets of an environment', () => {
  it('are looked up once, however many ask at once', async () => {
    await withFscm(async ({ connection, server }) => {
      const reads = Array.from({ length: 20 }, () => connection.customers?.get({ number: 'US-001' }, anErpCall()));
      await Promise.all(reads);
      await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      expect(server.requests.filter(({ path }) => path === '/data/')).toHaveLength(1);
    });
  });

  it('are looked up again after a failure, which is nobody else’s', async () => {
    await withFscm(async ({ connection, server }) => {
      server.inject({
        fault: { kind: 'answer', answer: { status: 503 } },
        on: ({ path }) => path === '/data/',
        times: 1,
      });
      await expect(connection.customers?.get({ number: 'US-001' }, anErpCall())).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect((await connection.customers?.get({ number: 'US-001' }, anErpCall()))?.data.number).toBe('US-001');
    });
  });

  it('outlive a reader who gives up', async () => {
    await withFscm(async ({ connection, server }) => {
      const impatient = connection.customers?.get({ number: 'US-001' }, { signal: AbortSignal.timeout(1) });
      const patient = connection.customers?.get({ number: 'US-001' }, anErpCall());
      await expect(impatient).rejects.toMatchObject({ code: 'timeout' });
      expect((await patient)?.data.number).toBe('US-001');
      expect(server.requests.filter(({ path }) => path === '/data/')).toHaveLength(1);
    });
  });

  it('come from the list of data entities where that is set', async () => {
    for (const body of [DATA_ENTITIES, { value: DATA_ENTITIES }]) {
      await withFscm(
        async ({ connection, server }) => {
          expect((await connection.customers?.get({ number: 'US-001' }, anErpCall()))?.data.number).toBe('US-001');
          expect(server.requests.map(({ path }) => path)).not.toContain('/data/');
          await expect(connection.items?.get({ number: 'BRG-6204' }, anErpCall())).rejects.toMatchObject({
            code: 'unsupported',
          });
        },
        {
          settings: { entityDiscovery: 'data-entities' },
          exchanges: [{ name: 'metadata', matches: ({ path }) => path === '/Metadata/DataEntities', answer: { body } }],
        },
      );
    }
  });

  it('that are not there make a read unsupported, naming what to publish', async () => {
    await withFscm(
      async ({ connection }) => {
        const list = connection.invoices?.list({ customer: 'US-001', limit: 5 }, anErpCall());
        await expect(list).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('CustTransactions'),
        });
      },
      { settings: { entitySets: 'customer-transactions=-' } },
    );
  });

  it('that were found by a name nobody documents, and hold something else, are left alone from then on', async () => {
    const slips = FIXTURES.slips.map(({ DeliveredQuantity: _, ...row }) => row);
    const environment = environmentWith({
      SalesPackingSlipLines: slips,
      Warehouses: [{ dataAreaId: 'usmf', Code: '11' }],
    });
    await withFscm(
      async ({ connection, asked }) => {
        const get = async () => (await connection.orders?.get({ number: '000002' }, anErpCall()))?.data.lines;
        expect((await get())?.map(({ shipped }) => shipped.value)).toEqual(['4', '0', '500']);
        await get();
        expect(
          asked('SalesPackingSlipLines').filter(({ $select }) => $select?.includes('DeliveredQuantity')),
        ).toHaveLength(1);
        const stock = await connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
        expect(stock?.data.items).toHaveLength(2);
        const verdicts = await connection.probe(anErpCall());
        expect(verdicts.find(({ check }) => check === 'orders')).toMatchObject({
          ok: true,
          detail: expect.stringContaining('Packing-slip lines are not published'),
        });
      },
      { environment },
    );
    await withFscm(
      async ({ connection }) => {
        const get = connection.orders?.get({ number: '000002' }, anErpCall());
        await expect(get).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('DeliveredQuantity'),
        });
      },
      { environment, settings: { entitySets: 'packing-slip-lines=SalesPackingSlipLines' } },
    );
  });

  it('are looked up anew once one is gone: environments are updated under our feet', async () => {
    await withFscm(
      async ({ connection, server }) => {
        const get = () => connection.shipments?.list({ order: '000002', limit: 5 }, anErpCall());
        await expect(get()).rejects.toMatchObject({ code: 'unsupported' });
        await expect(get()).rejects.toMatchObject({ code: 'unsupported' });
        expect(server.requests.filter(({ path }) => path === '/data/')).toHaveLength(2);
      },
      {
        exchanges: [
          answeringSet(
            'PackingSlipTrackingInformation',
            odataError(404, "Resource not found for the segment 'PackingSlipTrackingInformation'."),
          ),
        ],
      },
    );
  });

  it.each([
    ['no list', {}],
    ['an empty list', { value: [] }],
    ['rows without names', { value: [{ kind: 'EntitySet' }] }],
    ['functions alone', { value: [{ name: 'x', kind: 'FunctionImport' }] }],
  ])('that come as %s are a bad response, not an environment without entities', async (_, body) => {
    await withFscm(
      async ({ connection }) => {
        const get = connection.customers?.get({ number: 'US-001' }, anErpCall());
        await expect(get).rejects.toMatchObject({ code: 'bad-response' });
      },
      { exchanges: [{ name: 'service document', matches: ({ path }) => path === '/data/', answer: { body } }] },
    );
  });
});
