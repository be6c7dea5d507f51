import { anErpCall } from '@headwater/erp-testing';
import { withBc } from '../testing/bc-connection';
import { bcOnPremises } from '../testing/bc-settings';

describe('the connection test', () => {
  it('says what a tenant without an extension lacks, and what to do about it', async () => {
    await withBc(
      async ({ connection }) => {
        const verdicts = await connection.probe(anErpCall());
        expect(verdicts.filter(({ ok }) => !ok)).toEqual([
          {
            check: 'availability',
            ok: false,
            detail: 'This connection does not answer it.',
            fix: expect.stringContaining('extension API'),
          },
        ]);
      },
      { settings: { customApi: '' } },
    );
  });

  it('names the extension where it is not installed', async () => {
    await withBc(
      async ({ connection }) => {
        const broken = (await connection.probe(anErpCall())).filter(({ ok }) => !ok);
        expect(broken.map(({ check }) => check)).toEqual(['availability', 'prices', 'shipments']);
        expect(broken.every(({ fix }) => fix?.includes('extension API'))).toBe(true);
      },
      { settings: { customApi: 'headwater/crm/v9.9' } },
    );
  });

  it('tells refused credentials on-premises, where no token is asked for', async () => {
    await withBc(
      async ({ connection }) => {
        const verdicts = await connection.probe(anErpCall());
        expect(verdicts.slice(0, 2).map(({ check, ok }) => [check, ok])).toEqual([
          ['address', true],
          ['credentials', false],
        ]);
        expect(verdicts).toHaveLength(10);
      },
      { settingsAt: (origin) => bcOnPremises(origin, { webServiceKey: 'wrong-key-1' }) },
    );
  });

  it('passes on-premises when all is well', async () => {
    await withBc(
      async ({ connection }) => {
        expect((await connection.probe(anErpCall())).filter(({ ok }) => !ok)).toEqual([]);
      },
      { settingsAt: (origin) => bcOnPremises(origin) },
    );
  });
});
