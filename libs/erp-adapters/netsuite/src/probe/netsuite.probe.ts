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
import { customerRowSchema } from '../customers/customer.schema';
import { customersWhere } from '../customers/customer-rows';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { itemRowSchema } from '../items/item.schema';
import { itemsWhere } from '../items/item-rows';
import type { NetsuiteContext } from '../netsuite.context';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import { readFirst } from '../sql/reads';
import { all, oneOfTexts, sql } from '../sql/sql';
import { createShipmentReader } from '../shipments/shipments.reader';
import { failureOf } from './fixes';

type Attempt = () => Promise<unknown>;

/** Asks for something; "not found" is an answer, too: the read works. */
async function verdictOf(check: ProbeVerdict['check'], attempt: Attempt): Promise<ProbeVerdict> {
  try {
    await attempt();
    return { check, ok: true, detail: 'It answers.' };
  } catch (error) {
    if (toErpError(error).code === 'not-found') {
      return { check, ok: true, detail: 'It answers, but has nothing to show.' };
    }
    return { check, ok: false, ...failureOf(error) };
  }
}

/** Whether a failed sign-in reached a server at all. */
function reached(thrown: unknown): boolean {
  return !['unavailable', 'timeout'].includes(toErpError(thrown).code);
}

async function signIn(context: NetsuiteContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const address: ProbeVerdict = { check: 'address', ok: true, detail: 'NetSuite answers.' };
  try {
    await context.client.authenticate(call);
    return [address, { check: 'credentials', ok: true, detail: 'NetSuite accepts the sign-in.' }];
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

/** A customer and an item to ask the other capabilities about; the first NetSuite has. */
async function samples(context: NetsuiteContext, call: ErpCall) {
  const { settings } = context;
  const customers = customersWhere(settings, sql`c.isinactive = 'F'`);
  const items = itemsWhere(all([sql`i.isinactive = 'F'`, oneOfTexts(sql`i.itemtype`, settings.itemTypes)]));
  const [customer, item] = await Promise.allSettled([
    readFirst(context, { query: customers, row: customerRowSchema, what: 'customers' }, call),
    readFirst(context, { query: items, row: itemRowSchema, what: 'items' }, call),
  ]);
  return { customer, item };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'fulfilled') return settled.value;
  throw settled.reason;
}

/** One order in full where there is one: the record API needs a permission of its own. */
async function tryOrders(context: NetsuiteContext, customer: string, call: ErpCall): Promise<void> {
  const orders = createOrderReader(context);
  const { data } = await orders.list({ customer, limit: 1 }, call);
  const [order] = data.items.length > 0 ? data.items : (await orders.list({ limit: 1 }, call)).data.items;
  if (order !== undefined) await orders.get({ number: order.number }, call);
}

async function capabilityVerdicts(context: NetsuiteContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const found = await samples(context, call);
  const customer = (): string => valueOf(found.customer)?.entityid ?? nothingToTry();
  const item = (): string => valueOf(found.item)?.itemid ?? nothingToTry();
  const attempts: { readonly [C in Capability]: Attempt } = {
    customers: async () => valueOf(found.customer),
    items: async () => valueOf(found.item),
    orders: async () => tryOrders(context, customer(), call),
    availability: async () => createAvailabilityReader(context).list({ items: [item()] }, call),
    prices: async () =>
      createPriceReader(context).quote({ customer: customer(), items: [{ item: item(), quantity: '1' }] }, call),
    shipments: async () => createShipmentReader(context).list({ customer: customer(), limit: 1 }, call),
    invoices: async () => createInvoiceReader(context).list({ customer: customer(), limit: 1, open: true }, call),
    credit: async () => createCreditReader(context).get({ customer: customer() }, call),
  };
  return Promise.all(CAPABILITIES.map((capability) => verdictOf(capability, attempts[capability])));
}

function nothingToTry(): never {
  throw new ErpError('not-found', 'NetSuite has no customer or item to try this with.');
}

function untried(): readonly ProbeVerdict[] {
  return CAPABILITIES.map((check) => ({
    check,
    ok: false,
    detail: 'Not tried: NetSuite did not accept the sign-in.',
    fix: 'Put address and credentials right first.',
  }));
}

/** Tries address, credentials and one read of each capability. Never throws. */
export async function probeNetsuite(context: NetsuiteContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const signedIn = await signIn(context, call);
  if (signedIn.some(({ ok }) => !ok)) return [...signedIn, ...untried()];
  return [...signedIn, ...(await capabilityVerdicts(context, call))];
}
