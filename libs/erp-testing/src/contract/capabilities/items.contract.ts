import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import { listChecks } from '../checks/list.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['items']>;

export function itemsContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const search = { operation: 'items.search', query: scenario.search } as const satisfies Ask;
  const get = { operation: 'items.get', query: scenario.get } as const satisfies Ask;
  return {
    name: 'items',
    checks: [
      ...operationContract(search, contract),
      ...operationContract(get, contract),
      unknownKeyCheck({ operation: 'items.get', query: scenario.unknown }),
      { name: 'a search without hits is an empty page', run: (bench) => missesEmpty(bench, scenario) },
      { name: 'what a search finds can be read by its number', run: (bench) => findsReadable(bench, scenario) },
      ...(capability.list === undefined ? [] : listChecks(search, capability.list)),
    ],
  };
}

async function missesEmpty({ connection }: Bench, { miss }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'items.search', query: miss });
  ensure(data.items.length === 0 && data.nextCursor === null, 'a search without hits is no empty page');
}

async function findsReadable({ connection }: Bench, { get }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'items.get', query: get });
  ensure(data.number === get.number, 'the item read is not the item asked for');
  const found = await ask(connection, { operation: 'items.search', query: { q: get.number, limit: 10 } });
  ensure(
    found.data.items.some((item) => item.number === get.number),
    'the whole number does not find its item',
  );
}
