import { parseVendor } from '@headwater/erp-adapter-kit';
import {
  CAPABILITIES,
  type Capability,
  type ErpCall,
  ErpError,
  type ProbeVerdict,
  toErpError,
} from '@headwater/erp-contracts';
import { isUnknown } from '../client/business-error';
import { fetchFirst } from '../client/table-reads';
import { listCustomers } from '../customers/customer-list';
import { answered, type SxeContext } from '../infor-sxe.context';
import { createCreditReader } from '../credit/credit.reader';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import { createShipmentReader } from '../shipments/shipments.reader';
import { itemRowSchema } from '../items/item.schema';
import { failureOf } from './fixes';

type Attempt = () => Promise<unknown>;

/** Asks for something; "not found" is an answer, too: the call works. */
async function verdictOf(check: ProbeVerdict['check'], attempt: Attempt): Promise<ProbeVerdict> {
  try {
    await attempt();
    return { check, ok: true, detail: 'It answers.' };
  } catch (error) {
    if (isUnknown(error)) return { check, ok: true, detail: 'It answers, but has nothing to show.' };
    return { check, ok: false, ...failureOf(error) };
  }
}

/** Whether a failed token request reached a server at all. */
function reached(thrown: unknown): boolean {
  return !['unavailable', 'timeout'].includes(toErpError(thrown).code);
}

async function signIn(context: SxeContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const address: ProbeVerdict = { check: 'address', ok: true, detail: 'The authorization server answers.' };
  try {
    await context.client.authenticate(call);
    return [address, { check: 'credentials', ok: true, detail: 'A token was issued.' }];
  } catch (error) {
    const failure = failureOf(error);
    if (reached(error)) return [address, { check: 'credentials', ok: false, ...failure }];
    return [
      { check: 'address', ok: false, ...failure },
      {
        check: 'credentials',
        ok: false,
        detail: 'Not tried: the address does not answer.',
        fix: 'Put the address right first.',
      },
    ];
  }
}

/** A customer and an item to ask the other capabilities about; the first SX.e has. */
async function samples(context: SxeContext, call: ErpCall) {
  const [customer, item] = await Promise.allSettled([
    listCustomers(context, { limit: 1 }, call),
    fetchFirst(context, { table: 'icsp', size: 1 }, call),
  ]);
  return { customer, item };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'fulfilled') return settled.value;
  throw settled.reason;
}

async function capabilityVerdicts(context: SxeContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const found = await samples(context, call);
  const customer = (): string => valueOf(found.customer)[0]?.custno ?? nothingToTry();
  const item = (): string => {
    const [row] = valueOf(found.item);
    return row === undefined ? nothingToTry() : parseVendor(itemRowSchema, row, answered(context, 'products')).prod;
  };
  const attempts: { readonly [C in Capability]: Attempt } = {
    customers: async () => valueOf(found.customer),
    items: async () => valueOf(found.item),
    orders: async () => createOrderReader(context).list({ customer: customer(), limit: 1 }, call),
    availability: async () => fetchFirst(context, { table: 'icsw', size: 1 }, call),
    prices: async () =>
      createPriceReader(context).quote({ customer: customer(), items: [{ item: item(), quantity: '1' }] }, call),
    shipments: async () => createShipmentReader(context).list({ customer: customer(), limit: 1 }, call),
    invoices: async () => createInvoiceReader(context).list({ customer: customer(), limit: 1, open: true }, call),
    credit: async () => createCreditReader(context).get({ customer: customer() }, call),
  };
  return Promise.all(CAPABILITIES.map((capability) => verdictOf(capability, attempts[capability])));
}

function nothingToTry(): never {
  throw new ErpError('not-found', 'SX.e has no customer or item to try this with.');
}

function untried(): readonly ProbeVerdict[] {
  return CAPABILITIES.map((check) => ({
    check,
    ok: false,
    detail: 'Not tried: there is no token to ask with.',
    fix: 'Put address and credentials right first.',
  }));
}

/** Tries address, credentials and one read of each capability. Never throws. */
export async function probeInforSxe(context: SxeContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const signedIn = await signIn(context, call);
  if (signedIn.some(({ ok }) => !ok)) return [...signedIn, ...untried()];
  return [...signedIn, ...(await capabilityVerdicts(context, call))];
}
