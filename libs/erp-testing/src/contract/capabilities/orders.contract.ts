import type { SalesOrderView, SupportedCapability } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { anErpRef } from '../../builders/refs';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import { listChecks } from '../checks/list.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { type AloneAnswers, manyCustomersContract } from './many-customers.contract';
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
      ...manyCustomersContract({ contract, scenario: scenario.many, capability, alone: ALONE }),
    ],
  };
}

const ALONE: AloneAnswers = {
  'orders.open': async (bench, customer) => {
    const listed = await orderPage(bench, { customer, open: true, limit: 100 });
    return { ref: anErpRef('customer', customer), customer, count: { value: listed.items.length, exact: true } };
  },
  'orders.latest': async (bench, customer) => {
    const [newest] = (await orderPage(bench, { customer, sort: '-orderedOn', limit: 1 })).items;
    return {
      ref: anErpRef('customer', customer),
      customer,
      ...(newest === undefined ? {} : { orderedOn: newest.orderedOn }),
    };
  },
};

async function orderPage({ connection }: Bench, query: Scenario['list']): Promise<Page<SalesOrderView>> {
  const { data } = await ask(connection, { operation: 'orders.list', query });
  return data;
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
