import { controlOf } from '../../../dev/control.mts';
import { median } from '../arrivals';
import type { BenchResult } from '../result';
import type { StartedProduct } from '../with-product';
import { ERP_LATENCY } from './overview-versus-slowest';
import { streamOverview, type StreamedOverview } from './section-stream';

const ROUNDS = 8;
const OTHER_ERP = 'sap-s4hana';

interface LinkedAccount {
  readonly id: string;
  readonly erpLinks: readonly { readonly connectionId: string; readonly externalId: string }[];
}

/** An account of two ERPs of which one never answers: when the other's sections come, and when the page is done. */
export async function hungErp(product: StartedProduct): Promise<BenchResult> {
  const other = controlOf(product.running.simulators[OTHER_ERP] ?? '');
  const accounts = await accountsOfBoth(product);
  await product.sxe.faults(ERP_LATENCY);
  const healthy: StreamedOverview[] = [];
  const hung: StreamedOverview[] = [];
  // Not in turns: the breaker that a hung round opens would answer the healthy one after it.
  for (const [index, account] of accounts.entries()) {
    const isHealthy = index < accounts.length / 2;
    await other.faults(isHealthy ? { latencyMs: 60, jitterMs: 40 } : { hangRate: 1 });
    (isHealthy ? healthy : hung).push(await streamOverview(product.rep, account));
  }
  await other.faults({});
  return {
    title: `A hung ERP and the sections of the other one`,
    method: `accounts linked to SX.e and S/4HANA, ${healthy.length} with both answering in 60 to 100 ms, ${hung.length} with S/4HANA hung; the page's deadline is 3000 ms (medians)`,
    rows: [rowOf('both answer', healthy, product), rowOf('S/4HANA hangs', hung, product)],
  };
}

function rowOf(
  erps: string,
  pages: readonly StreamedOverview[],
  { connectionId }: StartedProduct,
): BenchResult['rows'][number] {
  const mine = pages.map(({ sections }) => sections.filter((section) => section.connectionId === connectionId));
  const others = pages.flatMap(({ sections }) => sections.filter((section) => section.connectionId !== connectionId));
  const count = (status: string): number => others.filter((section) => section.status === status).length;
  return {
    erps,
    'first SX.e section ms': Math.round(median(mine.map((sections) => Math.min(...sections.map(({ ms }) => ms))))),
    'last SX.e section ms': Math.round(median(mine.map((sections) => Math.max(...sections.map(({ ms }) => ms))))),
    'SX.e sections ok': `${mine.flat().filter(({ status }) => status === 'ok').length} of ${mine.flat().length}`,
    'S/4HANA sections': `${count('ok')} ok, ${count('failed')} failed`,
    'page done ms (median)': Math.round(median(pages.map(({ doneMs }) => doneMs))),
    'page done ms (max)': Math.round(Math.max(...pages.map(({ doneMs }) => doneMs))),
  };
}

async function accountsOfBoth({ rep, connectionId }: StartedProduct): Promise<readonly string[]> {
  const { items } = await rep.get<{ items: readonly { id: string; name: string }[] }>('/api/erp/connections');
  const other = items.find(({ name }) => name === 'S/4HANA')?.id;
  const found: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null && found.length < ROUNDS * 2) {
    const page: { items: readonly LinkedAccount[]; nextCursor: string | null } = await rep.get(
      `/api/accounts?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    const both = page.items.filter(
      ({ erpLinks }) =>
        erpLinks.length === 2 && [connectionId, other].every((id) => erpLinks.some((link) => link.connectionId === id)),
    );
    found.push(...both.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return found.slice(0, ROUNDS * 2);
}
