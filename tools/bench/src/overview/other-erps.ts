import { controlOf } from '../../../dev/control.mts';
import type { BenchResult } from '../result';
import type { StartedProduct } from '../with-product';
import {
  accountsNeeded,
  LATENCY_OF_CALLS,
  PANELS,
  type AskedErp,
  pageToSlowest,
  panelTimes,
  slowestOf,
} from './panel-times';

const ROUNDS = 10;
/** As many as rounds and warm-ups, so that each account is asked for the whole page and for every panel once. */
const ACCOUNTS = accountsNeeded(ROUNDS) / (PANELS.length + 1);

/** The other five, by the names of their connections in the demo. */
const ERPS = [
  { erp: 'sap-s4hana', connection: 'S/4HANA' },
  { erp: 'netsuite', connection: 'NetSuite' },
  { erp: 'dynamics365-fscm', connection: 'Finance & Supply Chain' },
  { erp: 'dynamics365-bc', connection: 'Business Central' },
  { erp: 'epicor-p21', connection: 'Prophet 21' },
] as const;

/** The account page of each other ERP beside its slowest panel, every connection as it is set up. */
export async function otherErps(product: StartedProduct): Promise<BenchResult> {
  const { rep, running } = product;
  const { items } = await rep.get<{ items: readonly { id: string; name: string }[] }>('/api/erp/connections');
  const rows: Record<string, string | number>[] = [];
  for (const { erp, connection } of ERPS) {
    const id = items.find(({ name }) => name === connection)?.id ?? '';
    const control = controlOf(running.simulators[erp] ?? '');
    const accounts = await accountsLinkedTo({ rep, control }, id);
    const warmUp = accounts.shift() ?? '';
    const afresh = async (): Promise<void> => {
      await control.faults({});
      await openedAnew(product, id);
      // Sign-in, what is learnt of the ERP once, and the first sockets are no part of what is measured.
      await rep.get(`/api/accounts/${warmUp}/erp`);
    };
    const asked: AskedErp = {
      rep,
      control,
      faults: LATENCY_OF_CALLS,
      calls: async () => (await control.log()).calls.length,
      afresh,
    };
    await afresh();
    const times = await panelTimes(asked, accounts, ROUNDS);
    await control.faults({});
    const slowest = slowestOf(times);
    const page = times.find(({ panel }) => panel === 'overview');
    rows.push({
      erp: connection,
      'page ms': page?.ms ?? Number.NaN,
      'page calls': page?.calls ?? Number.NaN,
      'slowest panel': slowest.panel,
      'its ms': slowest.ms,
      'its calls': slowest.calls,
      'page ÷ slowest': pageToSlowest(times),
    });
  }
  return {
    title: 'Account overview versus its slowest panel, the other ERPs as they are set up',
    method: `ERP latency 60 to 100 ms, nothing cached, ${ROUNDS} of each of the same accounts (medians)`,
    rows,
  };
}

/** New accounts of customers with orders, each linked to this connection and to nothing else; one more than asked. */
async function accountsLinkedTo(
  { rep, control }: Pick<AskedErp, 'rep' | 'control'>,
  connectionId: string,
): Promise<string[]> {
  const { items } = await control.truth<{ items: readonly { customer: string }[] }>('orders?company=1&limit=3000');
  const customers = [...new Set(items.map(({ customer }) => customer))].slice(0, ACCOUNTS + 1);
  const accounts: string[] = [];
  for (const externalId of customers) {
    const { id } = await rep.send<{ id: string }>('POST', '/api/accounts', { name: `Customer ${externalId}` });
    await rep.send('POST', `/api/accounts/${id}/erp-links`, { connectionId, externalId });
    accounts.push(id);
  }
  return accounts;
}

/** Saving a connection opens it anew, with an empty cache. */
async function openedAnew({ admin }: StartedProduct, connectionId: string): Promise<void> {
  const path = `/api/erp/connections/${connectionId}`;
  const answer = await admin.fetch(path);
  const { name } = (await answer.json()) as { name: string };
  const headers = { 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' };
  const saved = await admin.fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ name }) });
  if (!saved.ok) throw new Error(`The connection could not be saved: ${await saved.text()}`);
}
