import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import { listChecks } from '../checks/list.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['orders']>;

export function ordersContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const list = { operation: 'orders.list', query: scenario.list } as const satisfies Ask;
  const get = { operation: 'orders.get', query: scenario.get } as const satisfies Ask;
  return {
    name: 'orders',
    checks: [
      ...operationContract(list, contract),
      ...operationContract(get, contract),
      unknownKeyCheck({ operation: 'orders.get', query: scenario.unknown }),
      { name: 'an order read by its number is the one asked for', run: (bench) => readsItsOwn(bench, scenario) },
      { name: 'the list holds only the customer asked for', run: (bench) => filtersByCustomer(bench, scenario) },
      ...(capability.list === undefined ? [] : listChecks(list, capability.list)),
    ],
  };
}

async function readsItsOwn({ connection }: Bench, { get }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'orders.get', query: get });
  ensure(data.number === get.number, 'the order read is not the order asked for');
  ensure(data.lines.length > 0, 'the order has no lines');
  ensure(data.total.currency === data.currency, 'the total is in another currency than the order');
}

async function filtersByCustomer({ connection }: Bench, { list }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'orders.list', query: list });
  ensure(
    data.items.every((order) => list.customer === undefined || order.customer === list.customer),
    'the list holds an order of another customer',
  );
}
