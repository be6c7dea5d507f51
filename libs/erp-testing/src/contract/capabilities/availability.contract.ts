import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench, ensureFailsWith } from '../bench';
import { type CheckGroup, ensure } from '../check';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['availability']>;

export function availabilityContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const list = { operation: 'availability.list', query: scenario.list } as const satisfies Ask;
  return {
    name: 'availability',
    checks: [
      ...operationContract(list, contract),
      { name: 'an unknown item is named, the known ones answered', run: (bench) => namesUnknown(bench, scenario) },
      { name: 'only the warehouse asked for is answered', run: (bench) => filtersByWarehouse(bench, scenario) },
      {
        name: 'a batch beyond the declared size is refused',
        run: (bench) => refusesTooMany(bench, capability.maxBatch ?? 0),
      },
    ],
  };
}

async function namesUnknown({ connection }: Bench, { list, unknownItem }: Scenario): Promise<void> {
  const query = { ...list, items: [...list.items, unknownItem] };
  const { data } = await ask(connection, { operation: 'availability.list', query });
  ensure(data.notFound.join() === unknownItem, 'the unknown item is not named');
  ensure(
    list.items.every((item) => data.items.some((view) => view.item === item)),
    'a known item is missing beside the unknown one',
  );
}

async function filtersByWarehouse({ connection }: Bench, { list }: Scenario): Promise<void> {
  const all = await ask(connection, { operation: 'availability.list', query: list });
  const warehouse = all.data.items[0]?.warehouse ?? '';
  const { data } = await ask(connection, { operation: 'availability.list', query: { ...list, warehouse } });
  ensure(
    data.items.length > 0 && data.items.every((view) => view.warehouse === warehouse),
    'another warehouse than the one asked for is answered',
  );
}

async function refusesTooMany(bench: Bench, maxBatch: number): Promise<void> {
  ensure(maxBatch > 0, 'the manifest declares no largest batch');
  const items = Array.from({ length: maxBatch + 1 }, (_, index) => `ITEM${String(index)}`);
  await ensureFailsWith(bench, { operation: 'availability.list', query: { items } }, { codes: ['invalid-request'] });
}
