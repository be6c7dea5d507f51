import {
  COMPANY_1,
  COMPANY_2,
  errorOf,
  first,
  ROOT,
  startBc,
  type BcClient,
  type BcReply,
  type Json,
} from '../../testing/bc-client';

interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

describe('a batch', () => {
  let bc: BcClient;

  beforeAll(async () => {
    bc = await startBc();
  });
  afterAll(() => bc.stop());

  const get = (id: string, url: string, headers?: Readonly<Record<string, string>>) => ({
    method: 'GET',
    id,
    url,
    ...(headers === undefined ? {} : { headers }),
  });
  const batch = (requests: readonly unknown[], headers: Readonly<Record<string, string>> = {}): Promise<BcReply> =>
    bc.ask('$batch', { method: 'POST', body: { requests }, headers });
  const partsOf = ({ json }: BcReply) => json['responses'] as readonly Part[];

  it('answers each part by its id, with addresses relative to the route or whole', async () => {
    const reply = await batch([
      get('a', `companies(${COMPANY_1})/customers?$filter=number eq '1001'&$select=number`),
      get('b', `/companies(${COMPANY_2})/items/$count`),
      get('c', `${ROOT}/api/headwater/crm/v1.0/companies(${COMPANY_1})/itemAvailability?$top=1`),
      get('d', `${bc.url}${ROOT}/api/v2.0/companies`),
    ]);
    expect(reply.status).toBe(200);
    expect(partsOf(reply).map(({ id, status }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 200],
      ['c', 200],
      ['d', 200],
    ]);
    const [a, b] = partsOf(reply);
    expect(a?.body).toMatchObject({ value: [{ number: '1001' }] });
    expect(a?.headers['content-type']).toContain('application/json');
    expect(Number(b?.body)).toBeGreaterThan(5_000);
  });

  it('leaves the whole at 200 when a part fails, in the part’s own language', async () => {
    const reply = await batch([
      get('1', `companies(${COMPANY_1})/nosuch`, { 'Accept-Language': 'de' }),
      get('2', 'companies'),
    ]);
    expect(reply.status).toBe(200);
    const [failed, fine] = partsOf(reply);
    expect([failed?.status, fine?.status]).toEqual([404, 200]);
    expect(failed?.body).toMatchObject({
      error: {
        code: 'BadRequest_ResourceNotFound',
        message: expect.stringContaining('wurde keine Ressource gefunden'),
      },
    });
  });

  it('takes the company from a header, of the whole or of a part', async () => {
    const reply = await batch(
      [get('1', 'customers/$count'), get('2', 'customers/$count', { Company: 'Tidewell West' })],
      { Company: COMPANY_1 },
    );
    const count = async (company: string) => Number((await bc.ask(`companies(${company})/customers/$count`)).text);
    expect(partsOf(reply).map(({ body }) => Number(body))).toEqual([await count(COMPANY_1), await count(COMPANY_2)]);
  });

  it('lets each part in by its own address', async () => {
    const elsewhere = '/v2.0/elsewhere.example/production/api/v2.0/companies';
    const reply = await batch([get('1', elsewhere), get('2', '/BC/api/v2.0/companies'), get('3', 'companies')]);
    expect(partsOf(reply).map(({ status }) => status)).toEqual([404, 401, 200]);
  });

  it('keeps every digit of a part', async () => {
    await bc.control('change', { kind: 'credit', customer: '1001', creditLimit: '90071992547409931.07', event: false });
    const { text } = await batch([get('1', `companies(${COMPANY_1})/customers?$filter=number eq '1001'`)]);
    expect(text).toContain('"creditLimit":90071992547409931.07');
  });

  it('takes a hundred operations, and not one more', async () => {
    const parts = (count: number) => Array.from({ length: count }, (_, at) => get(String(at), 'companies'));
    expect(partsOf(await batch(parts(100)))).toHaveLength(100);
    expect((await batch(parts(101))).status).toBe(400);
  });

  it('refuses what is no batch: another type, ids twice, no list, another method, a batch within', async () => {
    const multipart = await bc.ask('$batch', {
      method: 'POST',
      body: '--x--',
      headers: { 'content-type': 'multipart/mixed; boundary=x' },
    });
    expect([multipart.status, errorOf(multipart).code]).toEqual([400, 'BadRequest']);
    expect((await batch([get('1', 'companies'), get('1', 'companies')])).status).toBe(400);
    expect((await bc.ask('$batch', { method: 'POST', body: { nothing: [] } })).status).toBe(400);
    expect((await bc.ask('$batch', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await bc.ask('$batch')).status).toBe(405);
    expect(first(partsOf(await batch([get('1', '$batch')]))).status).toBe(404);
  });

  it('is a violation where a part writes', async () => {
    await bc.control('reset', {});
    const reply = await batch([
      { method: 'PATCH', id: '1', url: `companies(${COMPANY_1})/customers(${COMPANY_1})`, body: { displayName: 'x' } },
    ]);
    expect(first(partsOf(reply)).status).toBe(405);
    const { violations } = await bc.control<{ violations: readonly Json[] }>('log');
    expect(violations).toHaveLength(1);
  });
});

describe('a batch of a tenant that stops', () => {
  it('ends with the first failure', async () => {
    const bc = await startBc({ batchAfterError: 'stop', batchMost: 2 });
    const body = {
      requests: [
        { method: 'GET', id: '1', url: 'nosuch' },
        { method: 'GET', id: '2', url: 'companies' },
      ],
    };
    const { json } = await bc.ask('$batch', { method: 'POST', body });
    expect((json['responses'] as readonly Part[]).map(({ id }) => id)).toEqual(['1']);
    await bc.stop();
  });
});
