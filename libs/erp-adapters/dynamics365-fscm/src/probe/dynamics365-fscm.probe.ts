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
import { customerKeyShape } from '../customers/customer.schema';
import type { FscmContext } from '../dynamics365-fscm.context';
import type { EntityPurpose } from '../entities/catalogue';
import { readRows } from '../entities/entity-reads';
import { createInvoiceReader } from '../invoices/invoices.reader';
import { itemUnitShape } from '../items/item.schema';
import { createOrderReader } from '../orders/orders.reader';
import { createPriceReader } from '../prices/prices.reader';
import { createShipmentReader } from '../shipments/shipments.reader';
import { failureOf } from './fixes';
import { signIn } from './sign-in';

type Attempt = () => Promise<unknown>;

/** A company without this has nothing to sell, or, more likely, is not the one that was meant. */
class EmptyCompanyError extends ErpError {
  constructor(what: string) {
    super('not-found', `The company has no ${what}, or there is no such company: Dynamics 365 answers both alike.`);
  }
}

/** Asks for something; "not found" is an answer, too: the call works. */
async function verdictOf(check: Capability, attempt: Attempt, remark: () => Promise<string>): Promise<ProbeVerdict> {
  try {
    await attempt();
    return { check, ok: true, detail: `It answers.${await remark()}` };
  } catch (error) {
    if (error instanceof EmptyCompanyError) {
      return { check, ok: false, detail: error.message, fix: 'Check the company: it is the dataAreaId, such as usmf.' };
    }
    const isUnknown = toErpError(error).code === 'not-found';
    if (isUnknown) return { check, ok: true, detail: 'It answers, but has nothing to show.' };
    return { check, ok: false, ...failureOf(error) };
  }
}

async function firstCustomer(context: FscmContext, call: ErpCall): Promise<string> {
  const [row] = await readRows(
    context,
    { purpose: 'customers', shape: customerKeyShape, what: 'customers', orderBy: ['CustomerAccount'], top: 1 },
    call,
  );
  if (row === undefined) throw new EmptyCompanyError('customers');
  return row.CustomerAccount;
}

async function firstItem(context: FscmContext, call: ErpCall): Promise<string> {
  const [row] = await readRows(
    context,
    { purpose: 'items', shape: itemUnitShape, what: 'items', orderBy: ['ItemNumber'], top: 1 },
    call,
  );
  if (row === undefined) throw new EmptyCompanyError('items');
  return row.ItemNumber;
}

/** The same sample for all that need it; a failure fails each of them. */
function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'fulfilled') return settled.value;
  throw settled.reason;
}

async function capabilityVerdicts(context: FscmContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const [customer, item] = await Promise.allSettled([firstCustomer(context, call), firstItem(context, call)]);
  const attempts: { readonly [C in Capability]: Attempt } = {
    customers: async () => valueOf(customer),
    items: async () => valueOf(item),
    orders: async () => createOrderReader(context).list({ customer: valueOf(customer), limit: 1 }, call),
    availability: async () => createAvailabilityReader(context).list({ items: [valueOf(item)] }, call),
    prices: async () =>
      createPriceReader(context).quote(
        { customer: valueOf(customer), items: [{ item: valueOf(item), quantity: '1' }] },
        call,
      ),
    shipments: async () => createShipmentReader(context).list({ customer: valueOf(customer), limit: 1 }, call),
    invoices: async () =>
      createInvoiceReader(context).list({ customer: valueOf(customer), limit: 1, open: true }, call),
    credit: async () => createCreditReader(context).get({ customer: valueOf(customer) }, call),
  };
  return Promise.all(
    CAPABILITIES.map((capability) =>
      verdictOf(capability, attempts[capability], () => remarkOn(context, capability, call)),
    ),
  );
}

interface Lack {
  readonly purpose: EntityPurpose;
  readonly remark: string;
}

/** What a capability shows less of where an entity it can do without is not published. */
const LACKS: { readonly [C in Capability]?: Lack } = {
  items: { purpose: 'item-names', remark: ' Translated names are not published: items are found by search names.' },
  orders: {
    purpose: 'packing-slip-lines',
    remark: ' Packing-slip lines are not published: what left is told by status, invoices and tracking.',
  },
  availability: { purpose: 'warehouses', remark: ' Warehouses are not published: they are shown without their names.' },
  shipments: {
    purpose: 'packing-slip-lines',
    remark: ' Packing-slip lines are not published: shipments have no lines.',
  },
};

async function remarkOn(context: FscmContext, capability: Capability, call: ErpCall): Promise<string> {
  const lack = LACKS[capability];
  if (lack === undefined) return '';
  return (await context.names.find(lack.purpose, call)) === undefined ? lack.remark : '';
}

function untried(): readonly ProbeVerdict[] {
  return CAPABILITIES.map((check) => ({
    check,
    ok: false,
    detail: 'Not tried: the environment does not answer with these credentials.',
    fix: 'Put address and credentials right first.',
  }));
}

/** Tries address, credentials and one read of each capability. Never throws. */
export async function probeFscm(context: FscmContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const signedIn = await signIn(context, call);
  if (signedIn.some(({ ok }) => !ok)) return [...signedIn, ...untried()];
  return [...signedIn, ...(await capabilityVerdicts(context, call))];
}
