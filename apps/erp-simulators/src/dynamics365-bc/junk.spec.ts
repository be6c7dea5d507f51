import fc from 'fast-check';
import { COMPANY_1, ROOT, startBc, type BcClient } from '../testing/bc-client';

describe('whatever is asked of Business Central', () => {
  let bc: BcClient;

  beforeAll(async () => {
    bc = await startBc({}, { customers: 20 });
  });
  afterAll(() => bc.stop());

  const segment = fc.oneof(
    fc.constantFrom(
      'companies',
      `companies(${COMPANY_1})`,
      'Company',
      'customers',
      'salesOrders',
      'subscriptions',
      '$batch',
    ),
    fc.constantFrom(
      '$count',
      '$metadata',
      'customerPrices',
      "ItemCard('x')",
      'salesOrderLines',
      '()',
      "('",
      'customers()',
    ),
    fc.string({ maxLength: 8 }).map(encodeURIComponent),
  );
  const route = fc.constantFrom(
    'api/v2.0',
    'api/headwater/crm/v1.0',
    'api/microsoft/runtime/beta',
    'ODataV4',
    'api',
    '',
  );
  const option = fc.tuple(
    fc.constantFrom(
      '$filter',
      '$select',
      '$expand',
      '$orderby',
      '$top',
      '$skip',
      '$count',
      '$skiptoken',
      '$schemaversion',
      'company',
    ),
    fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("number eq 'x'", 'number', '5', 'customer', 'salesOrderLines($top=1', 'id desc'),
    ),
  );

  it('gets an answer of its kind, and never a fault of the simulator', async () => {
    const asked = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT'),
      route,
      segments: fc.array(segment, { maxLength: 4 }),
      options: fc.array(option, { maxLength: 3 }),
      body: fc.constantFrom('', '{', '[]', '{"requests":[{"method":"GET","id":"1","url":"//"}]}', 'null'),
    });
    const property = fc.asyncProperty(asked, async ({ method, route: at, segments, options, body }) => {
      const path = [ROOT.slice(1), at, ...segments].filter((part) => part !== '').join('/');
      const query = new URLSearchParams(options).toString();
      const reply = await bc.ask(`/${path}?${query}`, { method, ...(method === 'GET' ? {} : { body }) });
      expect(reply.status).toBeLessThan(500);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
