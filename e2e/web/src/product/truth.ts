import type { SimulatorControl } from '../../../../tools/dev/control.mts';

/** What is true in the ERP, as far as screens are compared with it. */
export interface TrueOrder {
  readonly number: string;
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly open: boolean;
  readonly total: string;
  readonly lines: readonly { readonly lineNo: number; readonly item: string; readonly unit: string }[];
  readonly releases: readonly { readonly number: string; readonly trackingNumbers: readonly string[] }[];
}

export interface TrueStock {
  readonly warehouse: string;
  readonly onHand: string;
  readonly available: string;
}

export interface TrueCredit {
  readonly limit: string | null;
  readonly pastDue: string;
  readonly onHold: boolean;
}

export interface TrueCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly string[];
  readonly active: boolean;
}

/** Newest first. */
export async function ordersOf(sxe: SimulatorControl, customer: string): Promise<readonly TrueOrder[]> {
  const { items } = await sxe.truth<{ items: readonly TrueOrder[] }>(`orders?company=1&customer=${customer}`);
  return items;
}

export async function stockOf(sxe: SimulatorControl, item: string): Promise<readonly TrueStock[]> {
  const { items } = await sxe.truth<{ items: readonly TrueStock[] }>(`stock/${encodeURIComponent(item)}`);
  return items;
}

/** Customers of company 1 alone with orders of which something was shipped with a tracking number, busiest last month first. */
export async function customersWithShipments(sxe: SimulatorControl): Promise<readonly string[]> {
  const [{ items: customers }, { items: orders }] = await Promise.all([
    sxe.truth<{ items: readonly TrueCustomer[] }>('customers?active=true'),
    sxe.truth<{ items: readonly TrueOrder[] }>('orders?company=1&limit=1500'),
  ]);
  const inOneCompany = new Set(customers.filter(({ companies }) => companies.length === 1).map(({ number }) => number));
  const shipped = orders.filter(({ releases }) => releases.some(({ trackingNumbers }) => trackingNumbers.length > 0));
  const open = new Set(orders.filter((order) => order.open).map(({ customer }) => customer));
  const found = new Set(shipped.map(({ customer }) => customer));
  return [...found].filter((customer) => inOneCompany.has(customer) && open.has(customer));
}
