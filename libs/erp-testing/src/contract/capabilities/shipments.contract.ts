import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import { listChecks } from '../checks/list.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['shipments']>;

export function shipmentsContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const list = { operation: 'shipments.list', query: scenario.list } as const satisfies Ask;
  return {
    name: 'shipments',
    checks: [
      ...operationContract(list, contract),
      unknownKeyCheck({ operation: 'shipments.list', query: scenario.unknown }),
      { name: 'the list holds only the order asked for', run: (bench) => keepsToItsFilter(bench, scenario) },
      ...(capability.list === undefined ? [] : listChecks(list, capability.list)),
    ],
  };
}

async function keepsToItsFilter({ connection }: Bench, { list }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'shipments.list', query: list });
  ensure(
    data.items.every((view) => list.order === undefined || view.order === list.order),
    'the list holds something else than asked for',
  );
}
