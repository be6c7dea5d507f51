import { BASIC, csrf, startSap, V2, V4, type Fields, type SapClient } from '../testing/sap-client';

function batchOf(...requests: readonly string[]): string {
  const part = (request: string) =>
    `--b1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${request}\r\n\r\n`;
  return `${requests.map(part).join('')}--b1--\r\n`;
}

function get(target: string): string {
  return `GET ${target} HTTP/1.1\r\nAccept: application/json\r\n`;
}

describe('$batch', () => {
  let sap: SapClient;
  beforeAll(async () => {
    sap = await startSap();
  });
  afterAll(() => sap.stop());

  const send = (body: string, api = 'API_SALES_ORDER_SRV') =>
    sap.post(`${api}/$batch`, body, { 'content-type': 'multipart/mixed; boundary=b1' });

  /** Status and JSON of every part. */
  const partsOf = (text: string) =>
    text
      .split(/\r\n--[0-9A-F]{32}|^--[0-9A-F]{32}/)
      .filter((part) => part.includes('HTTP/1.1'))
      .map((part) => {
        const [, status = ''] = /HTTP\/1\.1 (\d+)/.exec(part) ?? [];
        return [Number(status), JSON.parse(part.slice(part.lastIndexOf('\r\n\r\n'))) as Fields] as const;
      });

  it('answers every read on its own, under a 202', async () => {
    const { status, headers, text } = await send(
      batchOf(
        get("A_SalesOrder?$filter=SoldToParty eq '1001'&$top=1&$select=SalesOrder".replaceAll(' ', '%20')),
        get(`${V2}/API_SALES_ORDER_SRV/A_SalesOrder('999999')`),
      ),
    );
    expect([status, headers.get('content-type')]).toEqual([202, expect.stringMatching(/^multipart\/mixed; boundary=/)]);
    const [[first, list], [second, missing]] = partsOf(text) as [readonly [number, Fields], readonly [number, Fields]];
    expect([first, second]).toEqual([200, 404]);
    expect(list).toMatchObject({ d: { results: [{ SalesOrder: expect.any(String) as unknown }] } });
    expect(missing).toMatchObject({
      error: {
        code: '/IWBEP/CM_MGW_RT/020',
        innererror: { Error_Resolution: { Batch_SAP_Note: expect.stringContaining('1869434') as unknown } },
      },
    });
  });

  it('needs a CSRF token although it only reads', async () => {
    const refused = await fetch(`${sap.url}${V2}/API_SALES_ORDER_SRV/$batch`, {
      method: 'POST',
      headers: { authorization: BASIC, 'content-type': 'multipart/mixed; boundary=b1' },
      body: batchOf(get('A_SalesOrder?$top=1')),
    });
    expect([refused.status, refused.headers.get('x-csrf-token')]).toEqual([403, 'Required']);
  });

  it('refuses changes inside a change set, and notes them', async () => {
    await sap.control('reset', {});
    const changeSet =
      '--b1\r\nContent-Type: multipart/mixed; boundary=c1\r\n\r\n' +
      '--c1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n' +
      'POST A_SalesOrder HTTP/1.1\r\nAccept: application/json\r\nContent-Type: application/json\r\n\r\n{"SalesOrderType":"OR"}\r\n' +
      '--c1--\r\n--b1--\r\n';
    const { status, text } = await send(changeSet);
    expect([status, partsOf(text).map(([inner]) => inner)]).toEqual([202, [403]]);
    const log = await sap.control<{ violations: readonly Fields[] }>('log');
    expect(log.violations).toHaveLength(1);
  });

  it('works for v4 as well', async () => {
    const { token, cookie } = await csrf(`${sap.url}${V4}/`);
    const answer = await fetch(`${sap.url}${V4}/$batch`, {
      method: 'POST',
      headers: { cookie, 'x-csrf-token': token, 'content-type': 'multipart/mixed; boundary=b1' },
      body: batchOf(get('SalesOrder?$top=1&$select=SalesOrder')),
    });
    expect(answer.status).toBe(202);
    expect(partsOf(await answer.text())).toEqual([
      [200, { '@odata.context': '$metadata#SalesOrder', value: [expect.any(Object)] }],
    ]);
  });

  it('is a multipart POST or nothing', async () => {
    expect((await sap.post('API_SALES_ORDER_SRV/$batch', '{}')).status).toBe(400);
  });
});
