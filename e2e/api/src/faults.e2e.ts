import type { Problem, ProblemCode } from '@headwater/kernel';
import { setTimeout } from 'node:timers/promises';
import { accountOf, type DemoAccount } from '../../../tools/dev/demo-accounts.mts';
import { startProductUnderTest, type ProductUnderTest } from '../../../tools/dev/product-under-test.mts';
import { reopenConnections } from '../../../tools/dev/reopen-connections.mts';

interface AccountSection {
  readonly status: string;
  readonly problem?: Problem;
  readonly freshness?: { readonly state: string };
}

interface Overview {
  readonly sections: Readonly<Record<string, readonly AccountSection[]>>;
}

/** The page answers within its deadline of three seconds, give or take a slow machine's scheduling. */
const PAGE_DEADLINE_MS = 3_000;

interface Fault {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
  readonly code: ProblemCode;
}

const FAULTS: readonly Fault[] = [
  { name: 'down', fault: { down: true }, code: 'unavailable' },
  { name: 'slow by ten seconds', fault: { latencyMs: 10_000 }, code: 'timeout' },
  { name: 'hanging', fault: { hangRate: 1 }, code: 'timeout' },
  { name: 'answering malformed JSON', fault: { malformedRate: 1 }, code: 'bad-response' },
  { name: 'cutting its answers', fault: { truncateRate: 1 }, code: 'bad-response' },
  { name: 'answering 200 with a cErrorMessage', fault: { businessErrorRate: 1 }, code: 'unavailable' },
  { name: 'refusing every token', fault: { tokenExpired: 'always' }, code: 'unauthorized' },
  { name: 'answering 503', fault: { status: 503 }, code: 'unavailable' },
  { name: 'asking to slow down', fault: { status: 429, retryAfterS: 30 }, code: 'rate-limited' },
];

describe('while the ERP is', () => {
  let product: ProductUnderTest;
  let accounts: DemoAccount[];

  beforeAll(async () => {
    product = await startProductUnderTest();
    const { items } = await product.sxe.truth<{ items: readonly { customer: string }[] }>('orders?company=1&limit=400');
    const customers = [...new Set(items.map(({ customer }) => customer))].slice(0, FAULTS.length * 2 + 1);
    accounts = await Promise.all(customers.map((customer) => accountOf(product.rep, customer)));
  });

  /** Calls that still hang would hold up the next fault's, and a breaker that one opened would answer the next. */
  afterEach(async () => {
    await product.sxe.faults({});
    await reopenConnections(product.admin);
  });
  afterAll(() => product.stop());

  it.each(FAULTS)('$name, every panel says so and the page answers', async ({ fault, code }) => {
    const account = accounts.shift();
    await product.sxe.faults({ ...fault, match: 'sxapi|FetchWhere' });
    const { sections } = await overviewOf(account);
    for (const [capability, links] of Object.entries(sections)) {
      const onEast = links.filter((section) => section.status !== 'ok');
      expect({ capability, codes: onEast.map(({ problem }) => problem?.code) }).toEqual({
        capability,
        codes: links.map(() => code),
      });
    }
  });

  // A token is the whole connection's: refused for one call, it is refused for all. So is a pause the ERP asks for.
  const single = FAULTS.filter(({ code }) => code !== 'unauthorized' && code !== 'rate-limited');

  it.each(single)('$name for invoices alone, no other panel suffers', async ({ fault, code }) => {
    const account = accounts.shift();
    await product.sxe.faults({ ...fault, match: 'argetinvoicelist' });
    const { sections } = await overviewOf(account);
    const { invoices = [], ...others } = sections;
    expect(invoices.map(({ problem }) => problem?.code)).toEqual(invoices.map(() => code));
    const states = Object.entries(others).flatMap(([capability, links]) =>
      links.map(({ status }) => ({ capability, status })),
    );
    expect(states).toEqual(states.map(({ capability }) => ({ capability, status: 'ok' })));
  });

  it('down, and up again, panels are live again within five seconds', async () => {
    const [account] = accounts;
    await product.sxe.faults({ down: true });
    await overviewOf(account);
    await product.sxe.faults({});
    const failing = async (): Promise<readonly AccountSection[]> =>
      Object.values((await overviewOf(account)).sections)
        .flat()
        .filter(({ status }) => status !== 'ok');
    let failed = await failing();
    for (let tried = 0; failed.length > 0 && tried < 10; tried += 1) {
      await setTimeout(500);
      failed = await failing();
    }
    expect(failed).toEqual([]);
  });

  it('failing, what is told to clients holds no vendor text', async () => {
    await product.sxe.faults({ businessErrorRate: 1 });
    const answer = await product.rep.fetch(`/api/erp/connections/${product.connectionId}/orders/1?fresh=true`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(text).not.toMatch(/cErrorMessage|Progress|stack|node_modules/);
  });

  async function overviewOf(account: DemoAccount | undefined): Promise<Overview> {
    if (account === undefined) throw new Error('There are too few accounts.');
    const start = performance.now();
    const overview = await product.rep.get<Overview>(`/api/accounts/${account.id}/erp`);
    console.log(`page answered in ${Math.round(performance.now() - start)} ms (deadline ${PAGE_DEADLINE_MS} ms)`);
    return overview;
  }
});
