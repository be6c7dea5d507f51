import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator, VendorNotice } from '../simulator';
import { TokenDesk } from '../token-desk';
import { Webhooks } from './webhooks';

function teller(notice: Simulator['notice']): Simulator {
  return {
    tokens: new TokenDesk({ now: () => 0, monotonic: () => 0 }, 60),
    answer: () => ({ status: 404, contentType: 'text/plain', body: '' }),
    businessError: (status) => ({ status, contentType: 'text/plain', body: '' }),
    notice,
    credentials: () => ({}),
  };
}

const noticeOf = (id: string, more: Partial<VendorNotice> = {}): VendorNotice => ({
  id,
  contentType: 'application/json',
  body: id,
  headers: {},
  ...more,
});

describe('a change notice', () => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(request.url ?? '');
    response.writeHead(received.length === 2 ? 500 : 200).end();
  });
  let webhooks = new Webhooks();

  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => server.close());
  beforeEach(() => {
    received.length = 0;
    webhooks = new Webhooks();
    const { port } = server.address() as AddressInfo;
    webhooks.add({ url: `http://127.0.0.1:${port}/events?kept=1`, secret: 'a b&c' });
  });

  it('may carry the secret in the address, beside what stands there', async () => {
    const simulator = teller(({ secret }) => noticeOf('one', { query: { code: secret } }));
    const receipt = await webhooks.tell(simulator, { kind: 'stock', companies: ['1'] });
    expect(received).toEqual(['/events?kept=1&code=a+b%26c']);
    expect(receipt).toMatchObject({ sent: true, status: 200, deliveries: [{ id: 'one' }] });
    expect(JSON.stringify(receipt)).not.toContain('code=');
  });

  it('may be several, sent one after the other, and the worst answer counts', async () => {
    const simulator = teller(() => [noticeOf('one'), noticeOf('two'), noticeOf('three')]);
    const receipt = await webhooks.tell(simulator, { kind: 'stock', companies: ['1'] });
    expect(receipt.deliveries.map(({ id, status }) => [id, status])).toEqual([
      ['one', 200],
      ['two', 500],
      ['three', 200],
    ]);
    expect(receipt).toMatchObject({ sent: false, status: 500 });
  });

  it('may be none', async () => {
    const receipt = await webhooks.tell(
      teller(() => undefined),
      { kind: 'stock', companies: ['1'] },
    );
    expect(receipt).toMatchObject({ sent: false, status: null, deliveries: [] });
  });
});
