import {
  type Capability,
  type ErpCall,
  type ErpError,
  type ErpErrorCode,
  type ProbeVerdict,
  toErpError,
} from '@headwater/erp-contracts';
import { createAvailabilityReader } from './availability/availability.reader';
import type { HarborErpContext } from './harbor-erp.context';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';

/** What an admin can do about a failure. */
const FIXES: { readonly [Code in ErpErrorCode]?: string } = {
  unauthorized: 'Give an API key that is valid.',
  forbidden: 'Let the API key read this.',
  unavailable: 'Check the address, and whether the ERP is running.',
  timeout: 'Check whether the ERP is slow or a firewall swallows the calls.',
  'rate-limited': 'Wait, and try again.',
};

/** One small read of each declared capability. */
function attempts(context: HarborErpContext, call: ErpCall): { readonly [C in Capability]?: () => Promise<unknown> } {
  return {
    items: () => createItemReader(context).search({ q: 'a', limit: 1 }, call),
    orders: () => createOrderReader(context).list({ limit: 1 }, call),
    // Harbor names what it does not know, so an item nobody has shows that the call works.
    availability: () => createAvailabilityReader(context).list({ items: ['-'] }, call),
  };
}

async function failureOf(attempt: () => Promise<unknown>): Promise<ErpError | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return toErpError(error);
  }
}

function verdictOn(check: ProbeVerdict['check'], failure: ErpError | undefined): ProbeVerdict {
  if (failure === undefined) return { check, ok: true, detail: 'It answers.' };
  return {
    check,
    ok: false,
    detail: failure.message,
    fix: FIXES[failure.code] ?? 'Check the address and the API key.',
  };
}

/** Tries one read of each capability; what they have in common is what is said of address and credentials. Never throws. */
export async function probeHarborErp(context: HarborErpContext, call: ErpCall): Promise<readonly ProbeVerdict[]> {
  const tried = await Promise.all(
    Object.entries(attempts(context, call)).map(async ([capability, attempt]) => ({
      check: capability as Capability,
      failure: await failureOf(attempt),
    })),
  );
  const failures = tried.flatMap(({ failure }) => failure ?? []);
  // One answer of any kind shows that the address is right.
  const silent =
    failures.length === tried.length
      ? failures.find(({ code }) => code === 'unavailable' || code === 'timeout')
      : undefined;
  const refused = failures.find(({ code }) => code === 'unauthorized');
  return [
    verdictOn('address', silent),
    verdictOn('credentials', silent ?? refused),
    ...tried.map(({ check, failure }) => verdictOn(check, failure)),
  ];
}
