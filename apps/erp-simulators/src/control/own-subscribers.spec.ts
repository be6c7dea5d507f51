import { createSimulators, type RunningSimulators } from '../create-simulators';
import type { Delivery, Simulator } from '../simulator';
import { TokenDesk } from '../token-desk';
import type { WorldEvent } from '../world/changes/change';

describe('an ERP with subscribers of its own', () => {
  const told: WorldEvent[] = [];
  let forgotten = 0;
  let status: number | null = 200;
  let running: RunningSimulators;

  const delivery = (): Delivery => ({ url: 'http://subscriber', id: 'd1', status, ms: 1 });

  beforeAll(async () => {
    running = await createSimulators({
      customers: 20,
      definitions: [
        {
          index: 9,
          id: 'subscribed-to',
          create: ({ clock }): Simulator => ({
            tokens: new TokenDesk(clock, 60),
            answer: () => ({ status: 200, contentType: 'text/plain', body: '' }),
            businessError: () => ({ status: 400, contentType: 'text/plain', body: '' }),
            notice: () => undefined,
            deliver: async (event) => {
              told.push(event);
              return [delivery()];
            },
            forgetSubscribers: () => (forgotten += 1),
            credentials: () => ({}),
          }),
        },
      ],
    });
  });
  afterAll(() => running.stop());

  const control = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${running.url('subscribed-to')}/_control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const change = { kind: 'item', item: '6205-2RS-KB', description: 'Renamed' };

  it('tells them of a change, and says how the deliveries went', async () => {
    expect(await control('change', change)).toMatchObject({
      event: { sent: true, status: 200, deliveries: [{ url: 'http://subscriber', id: 'd1' }] },
    });
    expect(told).toEqual([expect.objectContaining({ kind: 'item', item: '6205-2RS-KB' })]);
    status = null;
    expect(await control('change', change)).toMatchObject({ event: { sent: false, status: null } });
  });

  it('tells nobody of a change made in silence', async () => {
    told.length = 0;
    await control('change', { ...change, event: false });
    expect(told).toEqual([]);
  });

  it('forgets them when a reset forgets the receivers, and only then', async () => {
    await control('reset', { world: true });
    expect(forgotten).toBe(0);
    await control('reset', { webhooks: true });
    expect(forgotten).toBe(1);
  });
});
