import {
  CAPABILITIES,
  type Capability,
  type ErpCall,
  ErpError,
  type ProbeVerdict,
  toErpError,
} from '@headwater/erp-contracts';
import { overridesOf } from '../capabilities';
import { customerRows } from '../customers/customer-rows';
import type { BcContext } from '../dynamics365-bc.context';
import { itemRows } from '../items/item-rows';
import { readersOf } from '../readers';
import { failureOf } from './fixes';

type Attempt = () => Promise<unknown>;

/** Asks for something; "not found" is an answer, too: the call works. */
async function verdictOf(check: ProbeVerdict['check'], attempt: Attempt): Promise<ProbeVerdict> {
  try {
    await attempt();
    return { check, ok: true, detail: 'It answers.' };
  } catch (error) {
    if (error instanceof ErpError && error.code === 'not-found') {
      return { check, ok: true, detail: 'It answers, but has nothing to show.' };
    }
    return { check, ok: false, ...failureOf(error, check) };
  }
}

/** Whether a failed sign-in reached a server at all. */
function reached(thrown: unknown): boolean {
  return !['unavailable', 'timeout'].includes(toErpError(thrown).code);
}

/** On-premises there is no token to get: the first read shows both address and credentials. */
async function signedIn(context: BcContext, call: ErpCall): Promise<void> {
  if (context.settings.credentials.kind === 'entra') await context.client.wire.authenticate(call);
  else await context.client.company(call);
}

async function signIn(context: BcContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const address: ProbeVerdict = { check: 'address', ok: true, detail: 'It answers.' };
  try {
    await signedIn(context, call);
    return [address, { check: 'credentials', ok: true, detail: 'They are accepted.' }];
  } catch (error) {
    const failure = failureOf(error, 'credentials');
    if (reached(error)) return [address, { check: 'credentials', ok: false, ...failure }];
    const untried = { detail: 'Not tried: the address does not answer.', fix: 'Put the address right first.' };
    return [
      { check: 'address', ok: false, ...failure },
      { check: 'credentials', ok: false, ...untried },
    ];
  }
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'fulfilled') return settled.value;
  throw settled.reason;
}

function nothingToTry(): never {
  throw new ErpError('not-found', 'The company has no customer or item to try this with.');
}

/** One read of each capability, about the first customer and item the company has. */
async function attemptsOf(context: BcContext, call: ErpCall): Promise<{ readonly [C in Capability]: Attempt }> {
  const [customers, items] = await Promise.allSettled([
    customerRows(context, { top: 1 }, call),
    itemRows(context, { top: 1 }, call),
  ]);
  const customer = (): string => valueOf(customers)[0]?.number ?? nothingToTry();
  const item = (): string => valueOf(items)[0]?.number ?? nothingToTry();
  const readers = readersOf(context);
  return {
    customers: async () => valueOf(customers),
    items: async () => valueOf(items),
    orders: async () => readers.orders.list({ customer: customer(), limit: 1 }, call),
    availability: async () => readers.availability?.list({ items: [item()] }, call),
    prices: async () => readers.prices.quote({ customer: customer(), items: [{ item: item(), quantity: '1' }] }, call),
    shipments: async () => readers.shipments.list({ customer: customer(), limit: 1 }, call),
    invoices: async () => readers.invoices.list({ customer: customer(), limit: 1 }, call),
    credit: async () => readers.credit.get({ customer: customer() }, call),
  };
}

async function capabilityVerdicts(context: BcContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const attempts = await attemptsOf(context, call);
  const overrides = overridesOf(context.settings);
  return Promise.all(
    CAPABILITIES.map(async (check): Promise<ProbeVerdict> => {
      const override = overrides[check];
      if (override?.supported !== false) return verdictOf(check, attempts[check]);
      return { check, ok: false, detail: 'This connection does not answer it.', fix: override.reason };
    }),
  );
}

function untried(): readonly ProbeVerdict[] {
  return CAPABILITIES.map((check) => ({
    check,
    ok: false,
    detail: 'Not tried: the sign-in failed.',
    fix: 'Put address and credentials right first.',
  }));
}

/** Tries address, credentials and one read of each capability. Never throws. */
export async function probeBc(context: BcContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const verdicts = await signIn(context, call);
  if (verdicts.some(({ ok }) => !ok)) return [...verdicts, ...untried()];
  return [...verdicts, ...(await capabilityVerdicts(context, call))];
}
