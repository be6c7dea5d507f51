import {
  CAPABILITIES,
  type Capability,
  type ErpCall,
  ErpError,
  type ProbeVerdict,
  toErpError,
} from '@headwater/erp-contracts';
import { createAvailabilityReader } from '../availability/availability.reader';
import { createCreditReader } from '../credit/credit.reader';
import { createCustomerReader } from '../customers/customers.reader';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { createItemReader } from '../items/items.reader';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import type { SapContext } from '../sap-s4hana.context';
import { createShipmentReader } from '../shipments/shipments.reader';
import { failureOf } from './fixes';
import { sampleCustomer, sampleItem } from './samples';

type Attempt = () => Promise<unknown>;

/** Asks for something; "not found" is an answer, too: the API works. */
async function verdictOf(context: SapContext, check: Capability, attempt: Attempt): Promise<ProbeVerdict> {
  try {
    await attempt();
    return { check, ok: true, detail: 'It answers.' };
  } catch (error) {
    if (error instanceof ErpError && error.code === 'not-found') {
      return { check, ok: true, detail: 'It answers, but has nothing to show.' };
    }
    return { check, ok: false, ...failureOf(error, { capability: check, settings: context.settings }) };
  }
}

/** Whether a failed sign-in reached a server at all. */
function reached(thrown: unknown): boolean {
  return !['unavailable', 'timeout'].includes(toErpError(thrown).code);
}

async function signIn(context: SapContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const address: ProbeVerdict = { check: 'address', ok: true, detail: 'SAP S/4HANA answers.' };
  try {
    await context.client.signIn(call);
    return [address, { check: 'credentials', ok: true, detail: 'They are accepted.' }];
  } catch (error) {
    const failure = failureOf(error);
    if (reached(error)) return [address, { check: 'credentials', ok: false, ...failure }];
    const untried = 'Not tried: the address does not answer.';
    return [
      { check: 'address', ok: false, ...failure },
      { check: 'credentials', ok: false, detail: untried, fix: 'Put the address right first.' },
    ];
  }
}

/** A sample that several capabilities wait for; its failure is theirs. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let flight: Promise<T> | undefined;
  return () => (flight ??= read());
}

async function capabilityVerdicts(context: SapContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const customer = once(() => sampleCustomer(context, call));
  const item = once(() => sampleItem(context, call));
  const attempts: { readonly [C in Capability]: Attempt } = {
    customers: async () => createCustomerReader(context).get({ number: await customer() }, call),
    items: async () => createItemReader(context).get({ number: await item() }, call),
    orders: async () => createOrderReader(context).list({ limit: 1 }, call),
    availability: async () => createAvailabilityReader(context).list({ items: [await item()] }, call),
    prices: async () =>
      createPriceReader(context).quote(
        { customer: await customer(), items: [{ item: await item(), quantity: '1' }] },
        call,
      ),
    shipments: async () => createShipmentReader(context).list({ customer: await customer(), limit: 1 }, call),
    invoices: async () => createInvoiceReader(context).list({ customer: await customer(), limit: 1 }, call),
    credit: async () => createCreditReader(context).get({ customer: await customer() }, call),
  };
  return Promise.all(CAPABILITIES.map((capability) => verdictOf(context, capability, attempts[capability])));
}

function untried(): readonly ProbeVerdict[] {
  return CAPABILITIES.map((check) => ({
    check,
    ok: false,
    detail: 'Not tried: SAP S/4HANA did not take the credentials.',
    fix: 'Put address and credentials right first.',
  }));
}

/** Tries address, credentials and one read of each capability. Never throws. */
export async function probeSapS4hana(context: SapContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const signedIn = await signIn(context, call);
  if (signedIn.some(({ ok }) => !ok)) return [...signedIn, ...untried()];
  return [...signedIn, ...(await capabilityVerdicts(context, call))];
}
