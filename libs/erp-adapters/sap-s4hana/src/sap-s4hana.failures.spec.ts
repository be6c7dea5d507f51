import type { ErpErrorCode } from '@headwater/erp-contracts';
import { anErpCall, leaksIn, type ReplayAnswer, type ReplayRequest, VENDOR_WORDS } from '@headwater/erp-testing';
import { s4Error } from './testing/s4-gateway';
import { type S4Scene, withS4 } from './testing/s4-connection';

type Read = (scene: S4Scene) => Promise<unknown> | undefined;

const ITEM = { item: 'TG10', quantity: '1', unit: 'EA' } as const;

/** Every operation, asked of a connection that already knows the metadata. */
const READS: readonly (readonly [string, Read])[] = [
  ['customers.search', ({ connection }) => connection.customers?.search({ q: 'bright', limit: 5 }, anErpCall())],
  ['customers.get', ({ connection }) => connection.customers?.get({ number: '1001' }, anErpCall())],
  ['items.search', ({ connection }) => connection.items?.search({ q: 'bearing', limit: 5 }, anErpCall())],
  ['items.get', ({ connection }) => connection.items?.get({ number: 'TG10' }, anErpCall())],
  ['orders.list', ({ connection }) => connection.orders?.list({ limit: 5 }, anErpCall())],
  ['orders.get', ({ connection }) => connection.orders?.get({ number: '4500' }, anErpCall())],
  ['availability.list', ({ connection }) => connection.availability?.list({ items: ['TG10'] }, anErpCall())],
  ['prices.quote', ({ connection }) => connection.prices?.quote({ customer: '1001', items: [ITEM] }, anErpCall())],
  ['shipments.list', ({ connection }) => connection.shipments?.list({ order: '4500', limit: 5 }, anErpCall())],
  ['invoices.list', ({ connection }) => connection.invoices?.list({ customer: '1001', limit: 5 }, anErpCall())],
  ['credit.get', ({ connection }) => connection.credit?.get({ customer: '1001' }, anErpCall())],
];

function page(status: number, text = ''): ReplayAnswer {
  return { status, headers: { 'content-type': 'text/html' }, body: `<html>${text}${VENDOR_WORDS}</html>` };
}

const words = (code: string, text = ''): unknown => s4Error(code, `${text} ${VENDOR_WORDS}`);

/** What the contract suite tries on the first call of a connection, which reads metadata, is tried on data here. */
const FAILURES: readonly (readonly [string, ReplayAnswer, readonly ErpErrorCode[]])[] = [
  ['a page', page(200), ['bad-response']],
  ['a page to sign in on', page(200, '<form><input name="sap-login-XSRF">'), ['unauthorized']],
  ['a SAML redirect as a page', page(200, '<input name="SAMLRequest">'), ['unauthorized']],
  ['Atom', { body: `<?xml version="1.0"?><feed>${VENDOR_WORDS}</feed>` }, ['bad-response']],
  ['nothing', { body: '' }, ['bad-response']],
  ['null', { body: 'null' }, ['bad-response']],
  ['a list', { body: [] }, ['bad-response']],
  ['an empty object', { body: {} }, ['bad-response']],
  ['half a body', { body: '{"d":{"results":[' }, ['bad-response']],
  ['an error with 200', { body: words('SY/530') }, ['bad-response']],
  [
    'a wrong charset',
    { headers: { 'content-type': 'application/json; charset=utf-99' }, body: '{}' },
    ['bad-response'],
  ],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' }, body: '' }, ['bad-response']],
  ['a failed logon', page(401), ['unauthorized']],
  ['a missing authorization', { status: 403, body: words('SY/530') }, ['forbidden']],
  ['a closed API', { status: 403, body: words('/IWFND/CM_COS/020') }, ['unsupported']],
  ['an unknown API', { status: 404, body: words('/IWBEP/CM_MGW_RT/026', 'No service found') }, ['unsupported']],
  ['a 404 of a proxy', page(404), ['unavailable']],
  ['too many requests', { status: 429, body: '' }, ['rate-limited']],
  ['a dump', { status: 500, body: words('SY/530') }, ['unavailable']],
  ['a gateway timeout', page(504), ['timeout']],
  ['maintenance', page(503), ['unavailable']],
];

function isData({ path }: ReplayRequest): boolean {
  return !path.includes('/$metadata');
}

describe('an answer to data itself', () => {
  it.each(FAILURES)('that is %s fails each operation as what it is', async (_name, answer, codes) => {
    await withS4(async (scene) => {
      for (const [, read] of READS) await read(scene);
      scene.server.inject({ fault: { kind: 'answer', answer }, on: isData });
      for (const [operation, read] of READS) {
        const outcome = await Promise.resolve(read(scene)).then(
          () => ({ operation, code: 'answered' }),
          (error: { readonly code?: string }) => ({
            operation,
            code: error.code,
            leaks: leaksIn(error, [VENDOR_WORDS]),
          }),
        );
        expect(outcome).toEqual({ operation, code: codes.find((code) => code === outcome.code), leaks: [] });
      }
    });
  });

  it('says that a request is wrong where SAP does', async () => {
    await withS4(async (scene) => {
      const answer = { status: 400, body: words('/IWBEP/CM_MGW_RT/170') };
      scene.server.inject({ fault: { kind: 'answer', answer }, on: isData });
      for (const [operation, read] of READS) {
        await expect([
          operation,
          await Promise.resolve(read(scene)).catch(({ code }: { code: string }) => code),
        ]).toEqual([operation, 'invalid-request']);
      }
    });
  });

  it('is not waited for after the others have failed', async () => {
    await withS4(async (scene) => {
      await scene.connection.credit?.get({ customer: '1001' }, anErpCall());
      scene.server.inject({ fault: { kind: 'hang' }, on: ({ path }) => path.includes('A_CustomerSalesArea') });
      const broken = { status: 500, body: '' };
      scene.server.inject({ fault: { kind: 'answer', answer: broken }, on: ({ path }) => path.includes('ItemCube') });
      await expect(scene.connection.credit?.get({ customer: '1001' }, anErpCall())).rejects.toMatchObject({
        code: 'unavailable',
      });
    });
  });
});

describe('a link to the next page', () => {
  const linking = (__next: string): ReplayAnswer => ({ body: { d: { results: [], __next } } });

  it.each([
    ['to another host and path', 'http://elsewhere.example/rows'],
    ['to itself', ''],
    ['that is no address', 'http://'],
  ])('%s leads nowhere', async (_name, link) => {
    await withS4(async ({ connection, server }) => {
      server.inject({
        fault: { kind: 'answer', answer: linking(link === '' ? `${server.origin}/same` : link) },
        on: ({ path }) => path.includes('A_SalesOrder?') || path === '/same',
      });
      await expect(connection.orders?.list({ limit: 5 }, anErpCall())).rejects.toMatchObject({ code: 'bad-response' });
    });
  });

  it('with the inner host of a gateway is followed at the address of the connection', async () => {
    await withS4(async ({ connection, server }) => {
      const link = 'http://inner.host:44300/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder?$skiptoken=9999';
      server.inject({ fault: { kind: 'answer', answer: linking(link) }, on: ({ path }) => path.includes('$filter') });
      expect((await connection.orders?.list({ limit: 5 }, anErpCall()))?.data.items).toEqual([]);
      expect(server.requests.at(-1)?.path).toBe('/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder?$skiptoken=9999');
    });
  });
});
