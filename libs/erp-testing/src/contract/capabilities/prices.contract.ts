import type { SupportedCapability } from '@headwater/erp-contracts';
import { isPositive } from '@headwater/kernel';
import { ask, type Ask, type Bench, ensureFailsWith } from '../bench';
import { type Check, type CheckGroup, ensure } from '../check';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['prices']>;

export function pricesContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const quote = { operation: 'prices.quote', query: scenario.quote } as const satisfies Ask;
  return {
    name: 'prices',
    checks: [
      ...operationContract(quote, contract),
      { name: 'an unknown item is named, the known ones priced', run: (bench) => namesUnknown(bench, scenario) },
      ...unpricedCheck(scenario),
      { name: 'prices are as exact as declared', run: (bench) => asExactAsDeclared(bench, scenario, capability) },
      {
        name: 'a batch beyond the declared size is refused',
        run: (bench) => refusesTooMany(bench, scenario, capability),
      },
    ],
  };
}

function unpricedCheck(scenario: Scenario): readonly Check[] {
  const item = scenario.unpricedItem;
  if (item === undefined) return [];
  return [
    { name: 'an item without a price is named, never free', run: (bench) => namesMissing(bench, scenario, item) },
  ];
}

async function namesUnknown(bench: Bench, scenario: Scenario): Promise<void> {
  await namesMissing(bench, scenario, scenario.unknownItem);
}

async function namesMissing({ connection }: Bench, { quote }: Scenario, missing: string): Promise<void> {
  const query = { ...quote, items: [...quote.items, { item: missing, quantity: '1', unit: 'EA' }] };
  const { data } = await ask(connection, { operation: 'prices.quote', query });
  ensure(data.notFound.join() === missing, 'the item without a price is not named');
  ensure(
    quote.items.every(({ item }) => data.items.some((view) => view.item === item)),
    'a priced item is missing beside the one without',
  );
}

async function asExactAsDeclared(
  { connection }: Bench,
  { quote }: Scenario,
  capability: SupportedCapability,
): Promise<void> {
  const { data } = await ask(connection, { operation: 'prices.quote', query: quote });
  const declared = connection.capabilities?.prices ?? capability;
  ensure(declared.supported, 'the connection overrides its prices as unsupported, and yet answers them');
  ensure(declared.priceQuality !== undefined, 'the manifest does not say how exact its prices are');
  ensure(
    data.items.every((price) => price.indicative === (declared.priceQuality === 'indicative')),
    'prices and manifest differ on how exact they are',
  );
  ensure(
    data.items.every((price) => isPositive(price.unitPrice)),
    'a price is not positive',
  );
}

async function refusesTooMany(bench: Bench, { quote }: Scenario, { maxBatch = 0 }: SupportedCapability): Promise<void> {
  ensure(maxBatch > 0, 'the manifest declares no largest batch');
  const items = Array.from({ length: maxBatch + 1 }, (_, index) => ({ item: `ITEM${String(index)}`, quantity: '1' }));
  await ensureFailsWith(
    bench,
    { operation: 'prices.quote', query: { ...quote, items } },
    { codes: ['invalid-request'] },
  );
}
