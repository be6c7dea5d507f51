import { ask, type Ask, type Bench } from '../bench';
import { type CheckGroup, ensure } from '../check';
import { unknownKeyCheck } from '../checks/key.checks';
import type { ContractScenarios, ErpAdapterContract } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

type Scenario = NonNullable<ContractScenarios['credit']>;

export function creditContract(contract: ErpAdapterContract, scenario: Scenario): CheckGroup {
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
