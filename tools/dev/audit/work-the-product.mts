/** Uses everything the API offers, so that whatever could come to rest had its chance to. */
import type { ApiSession } from '../api-session.mts';
import { controlOf } from '../control.mts';

export interface Planting {
  readonly customer: string;
  readonly order: string;
  readonly shippedOrder: string;
  readonly item: string;
  readonly warehouse: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface WorkPlace {
  readonly session: ApiSession;
  readonly simulatorUrl: string;
  readonly connectionId: string;
  readonly planting: Planting;
}

/** Resolves with the answers' text, in which the planted values must stand: else nothing was proved. */
export async function workTheProduct(place: WorkPlace): Promise<string> {
  const { session, planting } = place;
  const account = await openAccount(place);
  const seen: string[] = [];
  const read = async (path: string, init: RequestInit = {}): Promise<void> => {
    seen.push(await (await session.fetch(path, init)).text());
  };
  await read(`/api/accounts/${account}/erp`);
  await read(`/api/accounts/${account}/erp`, { headers: { accept: 'text/event-stream' } });
  for (const path of readsOf(place)) await read(path);
  await writeAround(session, account, planting);
  await failEveryWay(place, account, read);
  for (const path of readsOf(place)) await read(`${path}${path.includes('?') ? '&' : '?'}fresh=true`);
  await read('/api/erp/connections');
  await read(`/api/erp/connections/${place.connectionId}/health`);
  await read('/metrics');
  return seen.join('\n');
}

async function openAccount({ session, connectionId, planting }: WorkPlace): Promise<string> {
  const { id } = await session.send<{ id: string }>('POST', '/api/accounts', { name: 'Audited account' });
  await session.send('POST', `/api/accounts/${id}/erp-links`, { connectionId, externalId: planting.customer });
  return id;
}

function readsOf({ connectionId, planting }: WorkPlace): readonly string[] {
  const { customer, order, shippedOrder, item } = planting;
  const reads = [
    `customers?q=${customer}`,
    `items?q=${encodeURIComponent(item)}`,
    `orders?customer=${customer}&limit=50`,
    `orders/${order}`,
    `orders/${shippedOrder}`,
    `availability?items=${encodeURIComponent(item)}`,
    `prices?customer=${customer}&items=${encodeURIComponent(item)}:10`,
    `shipments?order=${shippedOrder}`,
    `shipments?customer=${customer}`,
    `invoices?customer=${customer}`,
    `credit?customer=${customer}`,
  ];
  return reads.map((path) => `/api/erp/connections/${connectionId}/${path}`);
}

/** Owned data is written next to what was just read; it names the order, which is a pointer, and no value of it. */
async function writeAround(session: ApiSession, account: string, { order }: Planting): Promise<void> {
  await session.send('POST', '/api/conversations', {
    accountId: account,
    kind: 'note',
    body: `Called about order ${order}.`,
  });
  await session.send('POST', '/api/contacts', { accountId: account, name: 'Receiving desk' });
  await session.get(`/api/accounts?q=Audited`);
  await session.get(`/api/conversations?accountId=${account}`);
}

/** Errors are where values like to slip into logs. */
async function failEveryWay(place: WorkPlace, account: string, read: (path: string) => Promise<void>): Promise<void> {
  const control = controlOf(place.simulatorUrl);
  const faults = [{ malformedRate: 1 }, { truncateRate: 1 }, { businessErrorRate: 1 }, { status: 500 }, { down: true }];
  for (const fault of faults) {
    await control.faults(fault);
    await control.change({
      kind: 'stock',
      item: place.planting.item,
      warehouse: place.planting.warehouse,
      reserved: '1',
      event: false,
    });
    await read(`/api/accounts/${account}/erp`);
    for (const path of readsOf(place)) await read(`${path}${path.includes('?') ? '&' : '?'}fresh=true`);
    await control.faults({});
  }
  await read(`/api/erp/connections/${place.connectionId}/orders/${place.planting.values['orderTotal']}`);
  await read(`/api/erp/connections/${place.connectionId}/orders?customer=${place.planting.values['customerPo']}`);
}
