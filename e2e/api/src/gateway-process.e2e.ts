import type { ErpAnswer, ErpHealthView, SalesOrderDetailView } from '@headwater/erp-contracts';
import { readFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { createDeploymentCertificates } from '../../../tools/dev/deployment-certificates.mts';
import { startProductUnderTest, type ProductUnderTest } from '../../../tools/dev/product-under-test.mts';

interface OrderTruth {
  readonly number: string;
  readonly customer: string;
  readonly total: string;
}

describe('with gateways in processes of their own', () => {
  let product: ProductUnderTest;
  let order: OrderTruth;

  beforeAll(async () => {
    product = await startProductUnderTest({ gateways: 2 });
    const { items } = await product.sxe.truth<{ items: readonly OrderTruth[] }>('orders?company=1&limit=1');
    if (items[0] === undefined) throw new Error('Company 1 has orders.');
    [order] = items as [OrderTruth];
  });

  afterAll(() => product.stop());

  const read = (number: string): Promise<ErpAnswer<SalesOrderDetailView>> =>
    product.rep.get(`/api/erp/connections/${product.connectionId}/orders/${number}`);

  it('an order is read as ever: live first, cached then, with its source', async () => {
    const first = await read(order.number);
    expect(first).toMatchObject({
      data: { number: order.number },
      source: { connectionId: product.connectionId, adapter: 'infor-sxe', company: '1' },
      freshness: { state: 'live' },
    });
    expect(await read(order.number)).toMatchObject({ data: first.data, freshness: { state: 'cached' } });
  });

  it('an order that is not there is a problem as ever', async () => {
    const answer = await product.rep.fetch(`/api/erp/connections/${product.connectionId}/orders/99999999`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('the health of a connection is told by the gateway that calls it', async () => {
    await read(order.number);
    const healthOf = async (): Promise<ErpHealthView | undefined> => {
      const { items } = await product.admin.get<{ items: readonly { id: string; health: ErpHealthView }[] }>(
        '/api/erp/connections',
      );
      return items.find(({ id }) => id === product.connectionId)?.health;
    };
    while ((await healthOf())?.state !== 'up') await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await healthOf()).toMatchObject({ state: 'up', failures: 0 });
  });

  it('a change notice reaches the gateway and an open screen, and the next read is live', async () => {
    await read(order.number);
    const screen = await product.rep.fetch('/api/stream', { headers: { accept: 'text/event-stream' } });
    const reader = screen.body?.pipeThrough(new TextDecoderStream()).getReader();
    await product.sxe.change({ kind: 'order', order: order.number, customerPo: 'PO-REVISED-7' });
    let heard = '';
    while (!heard.includes('erp-changed') || !heard.includes(order.number))
      heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect((await read(order.number)).freshness.state).toBe('live');
  });

  it('one of them killed, the other answers at once', async () => {
    const [first, second] = product.gateways?.children ?? [];
    first?.process.kill('SIGKILL');
    await first?.exited;
    expect(second?.process.exitCode).toBeNull();
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(order.number)));
    expect(answers.map(({ data }) => data.number)).toEqual(Array(20).fill(order.number));
  });

  describe('a stranger', () => {
    let options: RequestOptions;

    beforeAll(() => {
      const [, second] = product.gateways?.children ?? [];
      const { hostname, port } = new URL(String(second?.ready['url']));
      const ca = readFileSync(join(product.gateways?.certificates ?? '', 'ca.pem'), 'utf8');
      options = { hostname, port, ca, servername: 'headwater-gateway', path: '/v1/connections/list' };
    });

    it('without a certificate is not answered', async () => {
      await expect(statusOf(options)).rejects.toThrow(/certificate required|ECONNRESET|EPIPE|socket hang up/i);
    });

    it('with a certificate of another authority is not answered', async () => {
      const { api } = await createDeploymentCertificates({ days: 1 });
      const foreign = { ...options, cert: api.certificate, key: api.privateKey };
      await expect(statusOf(foreign)).rejects.toThrow(/unknown ca|ECONNRESET|EPIPE|socket hang up/i);
    });

    it('with the certificate of another role is not answered', async () => {
      const folder = product.gateways?.certificates ?? '';
      const pair = (role: string): Pick<RequestOptions, 'cert' | 'key'> => ({
        cert: readFileSync(join(folder, `${role}.pem`), 'utf8'),
        key: readFileSync(join(folder, `${role}-key.pem`), 'utf8'),
      });
      expect(await statusOf({ ...options, ...pair('api') })).toBe(200);
      await expect(statusOf({ ...options, ...pair('gateway') })).rejects.toThrow();
    });

    it('that poses as a gateway is not believed', async () => {
      const pair = { cert: readFileSync(join(product.gateways?.certificates ?? '', 'api.pem'), 'utf8') };
      await expect(statusOf({ ...options, ...pair, servername: 'another-name' })).rejects.toThrow();
    });
  });
});

function statusOf(options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}
