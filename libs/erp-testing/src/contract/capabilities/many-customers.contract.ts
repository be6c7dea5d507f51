import {
  type BatchPage,
  type ManyCustomersOperation,
  MANY_CUSTOMERS_OPERATIONS,
  capabilityOf,
  type SupportedCapability,
} from '@headwater/erp-contracts';
import { isDeepStrictEqual } from 'node:util';
import { type Ask, ask, type AskOf, type Bench, ensureFailsWith } from '../bench';
import { type Check, ensure } from '../check';
import type { ErpAdapterContract, ManyCustomersScenario } from '../erp-adapter-contract';
import { operationContract } from './operation-contract';

/** What one customer's answer in a batch must be equal to, read by itself. */
export type AloneAnswers = {
  readonly [O in ManyCustomersOperation]?: (bench: Bench, customer: string) => Promise<unknown>;
};

interface Declared {
  readonly contract: ErpAdapterContract;
  readonly scenario: ManyCustomersScenario | undefined;
  readonly capability: SupportedCapability;
  readonly alone: AloneAnswers;
}

/** The checks of every read of these that the manifest gives a size to. */
export function manyCustomersContract({ contract, scenario, capability, alone }: Declared): readonly Check[] {
  return MANY_CUSTOMERS_OPERATIONS.flatMap((operation) => {
    const most = capability.manyCustomers?.[operation];
    const single = alone[operation];
    if (scenario === undefined || most === undefined || single === undefined) return [];
    const { customers, unknown } = scenario;
    return [
      ...operationContract(asked(operation, customers), contract),
      {
        name: `${operation} says of each customer what is said of it alone`,
        run: sameAsAlone(operation, { customers, single }),
      },
      {
        name: `${operation} names an unknown customer beside the known ones`,
        run: namesUnknown(operation, { customers, unknown }),
      },
      { name: `${operation} refuses more customers than declared`, run: refusesTooMany(operation, most) },
    ];
  });
}

/** Reads of a capability about many customers, declared and not offered or the other way round. */
export function misdeclaredManyCustomers({ contract, connection }: Bench): readonly string[] {
  return MANY_CUSTOMERS_OPERATIONS.filter((operation) => {
    const capability = capabilityOf(operation);
    const declared = contract.adapter.manifest.capabilities[capability];
    const reader = connection[capability] as object | undefined;
    const isOffered = reader !== undefined && operation.slice(capability.length + 1) in reader;
    return isOffered !== (declared.supported && declared.manyCustomers?.[operation] !== undefined);
  });
}

function asked(operation: ManyCustomersOperation, customers: readonly string[]): Ask {
  return { operation, query: { customers } };
}

type Item = Readonly<Record<string, unknown>> & { readonly customer: string };

async function batch({ connection }: Bench, question: Ask): Promise<BatchPage<Item>> {
  return (await ask(connection, question as AskOf<'orders.latest'>)).data as unknown as BatchPage<Item>;
}

function sameAsAlone(
  operation: ManyCustomersOperation,
  {
    customers,
    single,
  }: { readonly customers: readonly string[]; readonly single: (bench: Bench, customer: string) => Promise<unknown> },
) {
  return async (bench: Bench): Promise<void> => {
    const { items, notFound } = await batch(bench, asked(operation, customers));
    ensure(notFound.length === 0, 'a known customer is not found');
    for (const customer of customers) {
      const told = items.filter((item) => item.customer === customer);
      ensure(isDeepStrictEqual(told, [await single(bench, customer)]), `of ${customer} it says otherwise than alone`);
    }
  };
}

function namesUnknown(operation: ManyCustomersOperation, { customers, unknown }: ManyCustomersScenario) {
  return async (bench: Bench): Promise<void> => {
    const { items, notFound } = await batch(bench, asked(operation, [unknown, ...customers]));
    ensure(notFound.join() === unknown, 'the unknown customer is not named');
    ensure(
      customers.every((customer) => items.some((item) => item.customer === customer)),
      'a known customer is missing beside the unknown one',
    );
  };
}

function refusesTooMany(operation: ManyCustomersOperation, most: number) {
  return async (bench: Bench): Promise<void> => {
    const customers = Array.from({ length: most + 1 }, (_, index) => String(index + 1));
    await ensureFailsWith(bench, asked(operation, customers), { codes: ['invalid-request'] });
  };
}
