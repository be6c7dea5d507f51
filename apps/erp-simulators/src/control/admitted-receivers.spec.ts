import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator } from '../simulator';
import { TokenDesk } from '../token-desk';
import type { WorldEvent } from '../world/changes/change';
import { Webhooks } from './webhooks';

const EVENT: WorldEvent = { kind: 'order', companies: ['1'], order: '100001' };
const nothing = { status: 200, contentType: 'text/plain', body: '' };

/** An ERP that tells of everything, and asks receivers first. */
function asking(admits: (url: string) => boolean): Simulator & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    tokens: new TokenDesk({ now: () => 0, monotonic: () => 0 }, 1),
    answer: () => nothing,
    businessError: () => nothing,
    notice: () => ({ id: 'n1', contentType: 'text/plain', body: 'changed', headers: {} }),
    admitsReceiver: (url) => {
      asked.push(url);
      return Promise.resolve(admits(url));
    },
    credentials: () => ({}),
  };
}

describe('receivers of an ERP that asks first', () => {
  let received = 0;
  let url = '';
  const server = createServer((_request, response) => {
    received += 1;
    response.writeHead(204).end();
  });

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    received = 0;
  });

  it('are asked once, and told every time', async () => {
    const webhooks = new Webhooks();
    const erp = asking(() => true);
    webhooks.add({ url, secret: 'x' });
    expect(await webhooks.tell(erp, EVENT)).toMatchObject({ sent: true, status: 204 });
    await webhooks.tell(erp, EVENT);
    expect([received, erp.asked]).toEqual([2, [url]]);
  });

  it('get nothing until they are admitted', async () => {
    const webhooks = new Webhooks();
    webhooks.add({ url, secret: 'x' });
    let open = false;
    const erp = asking(() => open);
    expect(await webhooks.tell(erp, EVENT)).toMatchObject({
      sent: false,
      status: null,
      deliveries: [{ url, id: 'n1', status: null }],
    });
    expect(received).toBe(0);
    open = true;
    expect(await webhooks.tell(erp, EVENT)).toMatchObject({ sent: true });
    expect(received).toBe(1);
  });
});
