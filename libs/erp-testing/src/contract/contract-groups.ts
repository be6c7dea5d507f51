import type { Capability, CapabilityContract, SupportedCapability } from '@headwater/erp-contracts';
import { availabilityContract } from './capabilities/availability.contract';
import { creditContract } from './capabilities/credit.contract';
import { customersContract } from './capabilities/customers.contract';
import { invoicesContract } from './capabilities/invoices.contract';
import { itemsContract } from './capabilities/items.contract';
import { ordersContract } from './capabilities/orders.contract';
import { pricesContract } from './capabilities/prices.contract';
import { shipmentsContract } from './capabilities/shipments.contract';
import type { CheckGroup } from './check';
import { eventChecks } from './checks/event.checks';
import { offerChecks } from './checks/offer.checks';
import type { ContractScenarios, ErpAdapterContract } from './erp-adapter-contract';

type GroupMaker<C extends Capability> = (
  contract: ErpAdapterContract,
  scenario: NonNullable<ContractScenarios[C]>,
  capability: SupportedCapability,
) => CheckGroup;

const MAKERS: { readonly [C in Capability]: GroupMaker<C> } = {
  customers: customersContract,
  items: itemsContract,
  orders: ordersContract,
  availability: availabilityContract,
  prices: pricesContract,
  shipments: shipmentsContract,
  invoices: invoicesContract,
  credit: creditContract,
};

function groupOf<C extends Capability>(contract: ErpAdapterContract, capability: C): readonly CheckGroup[] {
  const declared: CapabilityContract = contract.adapter.manifest.capabilities[capability];
  const scenario = contract.scenarios[capability] as NonNullable<ContractScenarios[C]> | undefined;
  if (!declared.supported || scenario === undefined) return [];
  const make: GroupMaker<C> = MAKERS[capability];
  return [make(contract, scenario, declared)];
}

/** Every check an adapter has to pass, switched on by its manifest. */
export function contractGroups(contract: ErpAdapterContract): readonly CheckGroup[] {
  const capabilities = Object.keys(MAKERS) as readonly Capability[];
  return [
    offerChecks(contract),
    ...capabilities.flatMap((capability) => groupOf(contract, capability)),
    ...(contract.events === undefined ? [] : [eventChecks(contract.events)]),
  ];
}
