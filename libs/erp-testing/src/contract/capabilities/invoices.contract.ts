import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import { listChecks } from '../checks/list.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['invoices']>;

export function invoicesContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const list = { operation: 'invoices.list', query: scenario.list } as const satisfies Ask;
  return {
    name: 'invoices',
    checks: [
      ...operationContract(list, contract),
      unknownKeyCheck({ operation: 'invoices.list', query: scenario.unknown }),
      { name: 'the list holds only the customer asked for', run: (bench) => keepsToItsFilter(bench, scenario) },
      ...(capability.list === undefined ? [] : listChecks(list, capability.list)),
    ],
  };
}

async function keepsToItsFilter({ connection }: Bench, { list }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'invoices.list', query: list });
  ensure(
    data.items.every((view) => view.customer === list.customer),
    'the list holds something else than asked for',
  );
}
