import type { ApiSession } from '../../dev/api-session.mts';
import type { SimulatorControl } from '../../dev/control.mts';

/** The running product as the benchmarks see it. */
export interface BenchedProduct {
  readonly url: string;
  readonly rep: ApiSession;
  readonly sxe: SimulatorControl;
  readonly sxeUrl: string;
  /** Connection to company 1. */
  readonly connectionId: string;
}

/** Numbers of customers of company 1 with recent orders, each once. */
export async function customersWithOrders({ sxe }: BenchedProduct, count: number): Promise<readonly string[]> {
  const { items } = await sxe.truth<{ items: readonly { customer: string }[] }>('orders?company=1&limit=3000');
  return [...new Set(items.map(({ customer }) => customer))].slice(0, count);
}

/** Calls the ERP received since the last reset, tokens aside. */
export async function erpCalls({ sxe }: BenchedProduct): Promise<number> {
  const { calls } = await sxe.log();
  return calls.filter(({ path }) => /sxapi|FetchWhere/i.test(path)).length;
}
