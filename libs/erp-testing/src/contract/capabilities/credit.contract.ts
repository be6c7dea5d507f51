import type { SupportedCapability } from '@headwater/erp-contracts';
import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { type AloneAnswers, manyCustomersContract } from './many-customers.contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['credit']>;

const ALONE: AloneAnswers = {
  'credit.list': async ({ connection }, customer) =>
    (await ask(connection, { operation: 'credit.get', query: { customer } })).data,
};

export function creditContract(
  contract: ErpAdapterContract,
  scenario: Scenario,
  capability: SupportedCapability,
): CheckGroup {
  const get = { operation: 'credit.get', query: scenario.get } as const satisfies Ask;
  return {
    name: 'credit',
    checks: [
      ...operationContract(get, contract),
      unknownKeyCheck({ operation: 'credit.get', query: scenario.unknown }),
      {
        name: 'a position is in one currency, of the customer asked for',
        run: (bench) => inOneCurrency(bench, scenario),
      },
      ...manyCustomersContract({ contract, scenario: scenario.many, capability, alone: ALONE }),
    ],
  };
}

async function inOneCurrency({ connection }: Bench, { get }: Scenario): Promise<void> {
  const { data } = await ask(connection, { operation: 'credit.get', query: get });
  const amounts = [data.used, data.pastDue, data.limit, data.available, ...data.ageing.map(({ amount }) => amount)];
  const currencies = new Set(amounts.flatMap((amount) => (amount === undefined ? [] : [amount.currency])));
  ensure(data.customer === get.customer, 'the position is of another customer');
  ensure(currencies.size === 1, 'a position mixes currencies');
}
