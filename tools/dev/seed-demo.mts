/** Fills an empty product with the demo through its own API: connections, accounts with pointers, contacts, notes. */
import { signIn, type ApiSession } from './api-session.mts';
import { controlOf, type SimulatorControl } from './control.mts';

export const DEMO_PASSWORD = 'headwater-demo';

export const DEMO_USERS = [
  { title: 'Administrator', email: 'admin@headwater.demo' },
  { title: 'Sales manager', email: 'manager@headwater.demo' },
  { title: 'Inside rep', email: 'rep@headwater.demo' },
] as const;

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly companies: readonly string[];
  readonly active: boolean;
}

interface Credentials {
  readonly settings: Readonly<Record<string, unknown>>;
}

interface DemoConnection {
  readonly id: string;
  readonly company: string;
}

/** One connection per company of the demo distributor. */
const CONNECTIONS = [
  { company: '1', name: 'SX.e East' },
  { company: '2', name: 'SX.e West' },
] as const;

const EVENT_SECRET = 'headwater-demo-events';

/** Does nothing where the product already has a connection; the simulators are told where to send notices in any case. */
export async function seedDemo(url: string, simulators: Readonly<Record<string, string>>): Promise<void> {
  const simulatorUrl = simulators['infor-sxe'];
  if (simulatorUrl === undefined) throw new Error('The SX.e simulator does not run.');
  const admin = await signIn(url, 'admin@headwater.demo', DEMO_PASSWORD);
  const control = controlOf(simulatorUrl);
  const found = await admin.get<{ items: readonly DemoConnection[] }>('/api/erp/connections');
  const connections = found.items.length > 0 ? found.items : await connect(admin, control);
  if (found.items.length > 0) await pointAtSimulator(admin, connections, control);
  for (const { id, company } of connections) {
    await control.post('webhook', { url: `${url}/api/erp/events/${id}`, secret: EVENT_SECRET, company });
  }
  if (found.items.length === 0) await addAccounts(url, connections, control);
}

async function settingsFor(control: SimulatorControl, company: string): Promise<Readonly<Record<string, unknown>>> {
  const { settings } = await control.get<Credentials>('credentials');
  return { ...settings, companyNumber: Number(company), eventSecret: EVENT_SECRET };
}

async function connect(admin: ApiSession, control: SimulatorControl): Promise<readonly DemoConnection[]> {
  const created: DemoConnection[] = [];
  for (const { company, name } of CONNECTIONS) {
    const settings = await settingsFor(control, company);
    const { id } = await admin.send<{ id: string }>('POST', '/api/erp/connections', {
      name,
      adapter: 'infor-sxe',
      settings,
    });
    created.push({ id, company });
  }
  return created;
}

/** The simulators may listen elsewhere than at the last start. */
async function pointAtSimulator(
  admin: ApiSession,
  connections: readonly DemoConnection[],
  control: SimulatorControl,
): Promise<void> {
  for (const { id, company } of connections) {
    const answer = await admin.fetch(`/api/erp/connections/${id}`);
    const settings = await settingsFor(control, company);
    const saved = await admin.fetch(`/api/erp/connections/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' },
      body: JSON.stringify({ settings }),
    });
    if (!saved.ok) throw new Error(`The demo connection could not be updated: ${await saved.text()}`);
  }
}

const INDUSTRIES = ['Machine building', 'Construction', 'Food processing', 'Automotive', 'Water treatment', 'Energy'];
const TERRITORIES = ['North', 'East', 'South', 'West'];
const FIRST_NOTES = [
  'Prefers deliveries before ten; the dock is closed at noon.',
  'Wants a call before anything ships partially.',
  'Asked for a quote on next year’s blanket order.',
  'Moves to a new plant in spring; addresses to be confirmed.',
];

interface Seeding {
  readonly rep: ApiSession;
  readonly connections: readonly DemoConnection[];
}

async function addAccounts(
  url: string,
  connections: readonly DemoConnection[],
  control: SimulatorControl,
): Promise<void> {
  const rep = await signIn(url, 'rep@headwater.demo', DEMO_PASSWORD);
  const { items } = await control.truth<{ items: readonly TruthCustomer[] }>('customers');
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await addAccount({ rep, connections }, next[1], next[0]);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

async function addAccount({ rep, connections }: Seeding, customer: TruthCustomer, at: number): Promise<void> {
  const account = await rep.send<{ id: string }>('POST', '/api/accounts', {
    name: customer.name,
    phone: customer.phone,
    industry: INDUSTRIES[at % INDUSTRIES.length],
    territory: TERRITORIES[at % TERRITORIES.length],
  });
  for (const { id: connectionId, company } of connections) {
    if (!customer.companies.includes(company)) continue;
    await rep.send('POST', `/api/accounts/${account.id}/erp-links`, { connectionId, externalId: customer.number });
  }
  await rep.send('POST', '/api/contacts', {
    accountId: account.id,
    name: 'Purchasing desk',
    title: 'Purchasing',
    email: `purchasing@customer-${customer.number}.example`,
  });
  const note = FIRST_NOTES[at % (FIRST_NOTES.length * 2)];
  if (note !== undefined)
    await rep.send('POST', '/api/conversations', { accountId: account.id, kind: 'note', body: note });
}
