import { notificationReceiver, type NotificationReceiver } from '../../testing/bc-client';
import { companyId } from '../identifiers';
import { DEFAULT_BC_WEBHOOKS } from '../options';
import type { ChangeType, EntityChange } from './change-watch';
import { Notifier } from './notifier';
import { SubscriptionDesk } from './subscription-desk';

describe('a notifier that gathers', () => {
  let receiver: NotificationReceiver;
  const clock = { now: () => Date.parse('2026-11-23T12:00:00Z'), monotonic: () => 0 };
  const options = { ...DEFAULT_BC_WEBHOOKS, delayMs: 5, collectionAbove: 2 };

  beforeEach(async () => {
    receiver = await notificationReceiver();
  });
  afterEach(() => receiver.close());

  const change = (set: string, id: string, changeType: ChangeType): EntityChange => ({
    company: '1',
    set,
    id,
    changeType,
  });

  /** Tells of everything within the same turn, before any timer can fire, and waits for the one call. */
  async function told(...changes: readonly EntityChange[]): Promise<readonly unknown[]> {
    const desk = new SubscriptionDesk(clock, options);
    const resourceOf = (set: string): string => `/api/v2.0/companies(${companyId('1')})/${set}`;
    for (const set of ['items', 'customers'])
      desk.add({ notificationUrl: receiver.url, resource: resourceOf(set), clientState: set });
    const notifier = new Notifier(desk, clock, options);
    expect(await Promise.all(changes.map((one) => notifier.tell([one])))).toEqual(changes.map(() => []));
    while (receiver.received.length === 0) await new Promise((done) => setTimeout(done, 5));
    const [call, ...more] = receiver.received;
    expect(more).toEqual([]);
    const { value } = JSON.parse(call?.body ?? '') as {
      value: { clientState: string; resource: string; changeType: string }[];
    };
    return value.map(({ clientState, resource, changeType }) => [clientState, resource.split(/[/?]/)[3], changeType]);
  }

  it('tells once of what changed several times, and its last word', async () => {
    const changes = [
      change('items', 'a', 'created'),
      change('items', 'a', 'updated'),
      change('customers', 'b', 'updated'),
      change('customers', 'b', 'deleted'),
    ];
    expect(await told(...changes)).toEqual([
      ['items', 'items(a)', 'created'],
      ['customers', 'customers(b)', 'deleted'],
    ]);
  });

  it('makes too many changes of one subscription a collection, and leaves the others as they are', async () => {
    const items = ['a', 'b', 'c'].map((id) => change('items', id, 'updated'));
    expect(await told(...items, change('customers', 'd', 'updated'))).toEqual([
      ['items', 'items', 'collection'],
      ['customers', 'customers(d)', 'updated'],
    ]);
  });

  it('tells nobody of a company or a set that nobody asked for', async () => {
    const changes: readonly EntityChange[] = [
      { ...change('items', 'a', 'updated'), company: '2' },
      change('salesOrders', 'b', 'updated'),
      change('items', 'c', 'updated'),
    ];
    expect(await told(...changes)).toEqual([['items', 'items(c)', 'updated']]);
  });
});
