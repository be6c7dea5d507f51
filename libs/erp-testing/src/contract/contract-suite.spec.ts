import { plainContract } from '../testing/plain-contract';
import { type Sin, SINS } from '../testing/sins';
import { withBench } from './bench';
import { contractGroups } from './contract-groups';

/** Names of the checks a contract fails, in groups. */
async function failedChecks(...sins: readonly Sin[]): Promise<readonly string[]> {
  const contract = plainContract(...sins);
  const failed: string[] = [];
  for (const group of contractGroups(contract)) {
    for (const check of group.checks) {
      await withBench(contract, check.run).catch(() => failed.push(`${group.name}: ${check.name}`));
    }
  }
  return failed;
}

/** For each sin, a check that must find it. */
const FOUND_BY: { readonly [S in Sin]: string } = {
  'answers empty when it fails': 'orders: orders.list turns 500 into unavailable or bad-response',
  'answers numbers for money': 'orders: orders.list answers well-formed views',
  'answers dates of its own': 'orders: orders.get answers well-formed views',
  'answers undefined currency': 'orders: orders.list answers well-formed views',
  'forgets the page limit': 'orders: orders.list never answers more than asked for',
  'gives cursors that skip': 'orders: orders.list pages to the end',
  'takes any cursor': 'orders: orders.list refuses a cursor it did not give',
  'ignores an undeclared sort': 'orders: orders.list refuses an undeclared sort',
  'ignores an undeclared filter': 'orders: orders.list refuses the undeclared filter open',
  'sorts one page only': 'orders: orders.list sorts by -orderedOn',
  'answers zero for no price': 'prices: an item without a price is named, never free',
  'drops unknown items silently': 'prices: an unknown item is named, the known ones priced',
  'hides that a key is unknown': 'orders: orders.get reports an unknown key as not-found',
  'throws plain errors': 'orders: orders.list turns 503 into unavailable',
  'leaks the secret': 'orders: orders.list reports an unreachable ERP as unavailable',
  'leaks the token in the cause': 'orders: orders.list reports an unreachable ERP as unavailable',
  'repeats vendor words': 'orders: orders.list turns 502 into unavailable',
  'loses the wait hint': 'orders: orders.list passes on how long to wait, in seconds',
  'never renews its token': 'orders: orders.list renews a token the ERP no longer takes',
  'ignores the deadline': 'orders: orders.list asks nothing after its deadline',
  'takes cut JSON': 'orders: orders.list turns JSON cut in the middle into bad-response',
  'follows redirects': 'orders: orders.list turns a redirect into bad-response',
  'writes beside reading': 'orders: orders.list sends nothing but reads',
  'points at another connection': 'orders: orders.list points back at its connection',
  'says asOf after the answer': 'orders: orders.list says when the ERP was asked, and of which company',
  'offers what it does not declare': 'the adapter: exactly the declared capabilities are offered',
  'probe always passes': 'the adapter: its test names an unreachable address',
  'takes any event': 'events: with a wrong secret are unauthorized',
  'takes batches of any size': 'prices: a batch beyond the declared size is refused',
  'tells another newest order': 'orders: orders.latest says of each customer what is said of it alone',
  'drops unknown customers silently': 'orders: orders.latest names an unknown customer beside the known ones',
  'takes any number of customers': 'orders: orders.latest refuses more customers than declared',
  'answers for many undeclared': 'the adapter: exactly the declared capabilities are offered',
};

describe('the contract suite', () => {
  it('passes a sound adapter in full', async () => {
    expect(await failedChecks()).toEqual([]);
  }, 60_000);

  it.each(SINS)(
    'finds an adapter that %s',
    async (sin) => {
      const [groupName, checkName] = FOUND_BY[sin].split(/: (.*)/s);
      const contract = plainContract(sin);
      const check = contractGroups(contract)
        .find((group) => group.name === groupName)
        ?.checks.find((candidate) => candidate.name === checkName);
      expect(check?.name).toBe(checkName);
      await expect(withBench(contract, async (bench) => check?.run(bench))).rejects.toThrow();
    },
    60_000,
  );

  it('asks for nothing an adapter does not declare', () => {
    const names = contractGroups(plainContract()).map((group) => group.name);
    expect(names).toEqual(['the adapter', 'orders', 'prices', 'events']);
  });

  it('measures prices by what the connection says of itself, where a setting decides', async () => {
    const { adapter, ...rest } = plainContract();
    const prices = { supported: true, maxBatch: 5, priceQuality: 'indicative' } as const;
    const connect: typeof adapter.connect = (config) => ({ ...adapter.connect(config), capabilities: { prices } });
    const contract = { ...rest, adapter: { ...adapter, connect } };
    const check = contractGroups(contract)
      .flatMap(({ checks }) => checks)
      .find(({ name }) => name === 'prices are as exact as declared');
    await expect(withBench(contract, async (bench) => check?.run(bench))).rejects.toThrow('differ on how exact');
  });

  it('names a declared capability without a scenario', async () => {
    const contract = { ...plainContract(), scenarios: {} };
    const [adapterGroup] = contractGroups(contract);
    const check = adapterGroup?.checks.find(({ name }) => name === 'a scenario stands for every declared capability');
    await expect(withBench(contract, async (bench) => check?.run(bench))).rejects.toThrow('orders');
  });

  it('lets an ERP without tokens refuse the key of every request', async () => {
    const tokenless = { ...plainContract(), isTokenRequest: () => false };
    const refused = (contract: typeof tokenless): Promise<void> => {
      const check = contractGroups(contract)
        .flatMap(({ checks }) => checks)
        .find(({ name }) => name === 'orders.list reports refused credentials');
      return withBench(contract, async (bench) => check?.run(bench));
    };
    await expect(refused(tokenless)).rejects.toThrow('answered although it should have failed');
    await expect(refused({ ...tokenless, signsEveryRequest: true } as typeof tokenless)).resolves.toBeUndefined();
  });
});
