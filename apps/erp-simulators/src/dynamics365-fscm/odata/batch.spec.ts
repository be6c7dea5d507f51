import { startFscm, type FscmClient, type Json } from '../testing/fscm-client';

describe('a batch', () => {
  let fscm: FscmClient;

  beforeAll(async () => {
    fscm = await startFscm({ batchLimit: 3 }, { customers: 12 });
  });
  afterAll(() => fscm.stop());

  const send = (parts: readonly string[]) =>
    fscm.call('/data/$batch', {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=batch_1' },
      body: `${parts.map((part) => `--batch_1\r\n${part}\r\n`).join('')}--batch_1--\r\n`,
    });
  const get = (address: string): string =>
    `Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${address} HTTP/1.1\r\nAccept: application/json\r\n\r\n`;

  it('answers each part with a status of its own, and 200 as a whole', async () => {
    const { status, headers, text } = await send([
      get('Warehouses?cross-company=true&$top=1'),
      get(`${fscm.url}/data/Nothing`),
      get("/data/Warehouses?$filter=WarehouseId%20in%20('MAIN')"),
    ]);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^multipart\/mixed; boundary=batchresponse_/);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, code]) => code)).toEqual(['200', '404', '400']);
    expect(text).toContain('"WarehouseId":"MAIN"');
    expect(text).toContain("segment 'Nothing'");
  });

  it('is refused where it is too long, is not multipart, or is not posted', async () => {
    expect((await send(Array.from({ length: 4 }, () => get('Warehouses')))).status).toBe(400);
    const plain = await fscm.call('/data/$batch', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(plain.status).toBe(400);
    expect((await fscm.call('/data/$batch')).status).toBe(405);
  });

  it('that would write stands in the log', async () => {
    await fscm.control('reset', {});
    await send(['Content-Type: multipart/mixed; boundary=changeset_1\r\n\r\n--changeset_1--']);
    await send([get('Warehouses').replace('GET', 'DELETE')]);
    expect((await fscm.control<{ violations: readonly Json[] }>('log')).violations).toHaveLength(2);
  });
});
