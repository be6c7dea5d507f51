import { parseVendor } from '@headwater/erp-adapter-kit';
import {
  CAPABILITIES,
  type Capability,
  type ErpCall,
  ErpError,
  type ProbeVerdict,
  toErpError,
} from '@headwater/erp-contracts';
import { createAvailabilityReader } from '../availability/availability.reader';
import { ERP } from '../client/erp-name';
import { createCreditReader } from '../credit/credit.reader';
import { openCustomers, toCustomerRow } from '../customers/customer-rows';
import { createCustomerReader } from '../customers/customers.reader';
import { answered, type P21Context } from '../epicor-p21.context';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { openItems } from '../items/item-rows';
import { itemRowSchema } from '../items/item.schema';
import { createItemReader } from '../items/items.reader';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import { createShipmentReader } from '../shipments/shipments.reader';
import { living, ofCompany } from '../tables/conditions';
import { rowsOf } from '../tables/rows';
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

async function signIn(context: P21Context, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const address: ProbeVerdict = { check: 'address', ok: true, detail: 'The middleware answers.' };
  try {
    await context.client.authenticate(call);
    return [address, { check: 'credentials', ok: true, detail: 'A token was issued.' }];
  } catch (error) {
    const failure = failureOf(error);
    if (!['unavailable', 'timeout'].includes(toErpError(error).code)) {
      return [address, { check: 'credentials', ok: false, ...failure }];
    }
    const fix = 'Put the address right first.';
    return [
      { check: 'address', ok: false, ...failure },
      { check: 'credentials', ok: false, detail: 'Not tried: the address does not answer.', fix },
    ];
  }
}

async function firstCustomer(context: P21Context, call: ErpCall): Promise<string> {
  const table = await openCustomers(context, call);
  const where = [...ofCompany(table, context.settings), ...living(table)];
  const [row] = await rowsOf(context, { table, where, orderBy: ['customer_id'], top: 1 }, call);
  return row === undefined ? nothingToTry(context) : toCustomerRow(context, row).customer_id;
}

async function firstItem(context: P21Context, call: ErpCall): Promise<string> {
  const table = await openItems(context, call);
  const query = { where: living(table), orderBy: ['inv_mast_uid'], top: 1 };
  const [row] = await rowsOf(context, { table, ...query }, call);
  return row === undefined
    ? nothingToTry(context)
    : parseVendor(itemRowSchema, row, answered(context, 'items')).item_id;
}

function nothingToTry({ connectionId }: P21Context): never {
  throw new ErpError('not-found', `${ERP} has no customer or item to try this with.`, { connectionId });
}

async function capabilityVerdicts(context: P21Context, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const customer = firstCustomer(context, call);
  const item = firstItem(context, call);
  // Each verdict waits for what it needs; a failure of both is told by each.
  await Promise.allSettled([customer, item]);
  const attempts: { readonly [C in Capability]: Attempt } = {
    customers: async () => createCustomerReader(context).get({ number: await customer }, call),
    items: async () => createItemReader(context).get({ number: await item }, call),
    orders: async () => createOrderReader(context).list({ customer: await customer, limit: 1 }, call),
    availability: async () => createAvailabilityReader(context).list({ items: [await item] }, call),
    prices: async () =>
      createPriceReader(context).quote(
        { customer: await customer, items: [{ item: await item, quantity: '1' }] },
        call,
      ),
    shipments: async () => createShipmentReader(context).list({ customer: await customer, limit: 1 }, call),
    invoices: async () => createInvoiceReader(context).list({ customer: await customer, limit: 1 }, call),
    credit: async () => createCreditReader(context).get({ customer: await customer }, call),
  };
  return Promise.all(CAPABILITIES.map((capability) => verdictOf(capability, attempts[capability])));
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
export async function probeEpicorP21(context: P21Context, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const signedIn = await signIn(context, call);
  if (signedIn.some(({ ok }) => !ok)) return [...signedIn, ...untried()];
  return [...signedIn, ...(await capabilityVerdicts(context, call))];
}
