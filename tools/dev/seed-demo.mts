/** Fills an empty product with the demo through its own API: connections, accounts with pointers, contacts, notes. */
import { signIn, type ApiSession } from './api-session.mts';
import { controlOf, type SimulatorControl } from './control.mts';
import { type CredentialsSheet, EVENT_SECRET, type SimulatedSettings, simulatedSettings } from './simulated-erps.mts';

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

/** A connection of the demo: one per company of the SX.e distributor, one each for the other ERPs. */
interface DemoConnection {
  readonly name: string;
  readonly erp: string;
  readonly company: string;
}

interface CreatedConnection extends DemoConnection {
  readonly id: string;
}

const SXE: readonly DemoConnection[] = [
  { erp: 'infor-sxe', company: '1', name: 'SX.e East' },
  { erp: 'infor-sxe', company: '2', name: 'SX.e West' },
];

const OTHERS: readonly DemoConnection[] = [
  { erp: 'sap-s4hana', company: '1', name: 'S/4HANA' },
  { erp: 'netsuite', company: '1', name: 'NetSuite' },
  { erp: 'dynamics365-fscm', company: '1', name: 'Finance & Supply Chain' },
  { erp: 'dynamics365-bc', company: '1', name: 'Business Central' },
  { erp: 'epicor-p21', company: '1', name: 'Prophet 21' },
];

export interface DemoOptions {
  /** Connects every simulated ERP, and points some accounts at a second one. */
  readonly allErps?: boolean;
}

/**
 * Makes the connections there are not yet, points the others at where the simulators listen now, and tells the
 * simulators where to send notices. Accounts are added only where there is no connection yet.
 */
export async function seedDemo(
  url: string,
  simulators: Readonly<Record<string, string>>,
  { allErps = false }: DemoOptions = {},
): Promise<void> {
  const admin = await signIn(url, 'admin@headwater.demo', DEMO_PASSWORD);
  const { items } = await admin.get<{ items: readonly { id: string; name: string }[] }>('/api/erp/connections');
  const connections: CreatedConnection[] = [];
  for (const wanted of allErps ? [...SXE, ...OTHERS] : SXE) {
    const control = simulatorOf(simulators, wanted.erp);
    const found = items.find(({ name }) => name === wanted.name);
    const id = found === undefined ? await connect(admin, wanted, control) : found.id;
    if (found !== undefined) await pointAtSimulator(admin, { ...wanted, id }, control);
    await control.post('webhook', {
      url: `${url}/api/erp/events/${id}`,
      secret: EVENT_SECRET,
      company: wanted.company,
    });
    connections.push({ ...wanted, id });
  }
  if (items.length === 0) await addAccounts(url, connections, simulatorOf(simulators, 'infor-sxe'));
}

function simulatorOf(simulators: Readonly<Record<string, string>>, erp: string): SimulatorControl {
  const url = simulators[erp];
  if (url === undefined) throw new Error(`The simulator of ${erp} does not run.`);
  return controlOf(url);
}

async function settingsFor({ erp, company }: DemoConnection, control: SimulatorControl): Promise<SimulatedSettings> {
  const settings = simulatedSettings(erp, await control.get<CredentialsSheet>('credentials'));
  return erp === 'infor-sxe' ? { ...settings, companyNumber: Number(company) } : settings;
}

async function connect(admin: ApiSession, wanted: DemoConnection, control: SimulatorControl): Promise<string> {
  const settings = await settingsFor(wanted, control);
  const body = { name: wanted.name, adapter: wanted.erp, settings };
  const { id } = await admin.send<{ id: string }>('POST', '/api/erp/connections', body);
  return id;
}

/** The simulators may listen elsewhere than at the last start, and some make new keys at each. */
async function pointAtSimulator(
  admin: ApiSession,
  connection: CreatedConnection,
  control: SimulatorControl,
): Promise<void> {
  const answer = await admin.fetch(`/api/erp/connections/${connection.id}`);
  const settings = await settingsFor(connection, control);
  const saved = await admin.fetch(`/api/erp/connections/${connection.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' },
    body: JSON.stringify({ settings }),
  });
  if (!saved.ok) throw new Error(`The demo connection could not be updated: ${await saved.text()}`);
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
  readonly connections: readonly CreatedConnection[];
}

async function addAccounts(
  url: string,
  connections: readonly CreatedConnection[],
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
  for (const { id: connectionId } of connections.filter((connection) => buysBy(connection, customer, at))) {
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

/** Customers buy from the companies of SX.e that the world says, and every sixth of company 1 by one more ERP. */
function buysBy({ erp, company }: DemoConnection, { companies }: TruthCustomer, at: number): boolean {
  if (!companies.includes(company)) return false;
  return erp === 'infor-sxe' || OTHERS[at % (OTHERS.length + 1)]?.erp === erp;
}
