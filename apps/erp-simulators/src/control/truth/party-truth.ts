import type { Item, StockLevel } from '../../world/model/item';
import type { Customer } from '../../world/model/party';
import { SALESPEOPLE, termsOf, WAREHOUSES } from '../../world/organisation';
import { allocatedOf, availableOf } from '../../world/stock/stock-ledger';
import type { World } from '../../world/world';

export function customerTruth(customer: Customer): unknown {
  return {
    ...customer,
    salespersonName: SALESPEOPLE.find((person) => person.code === customer.salesperson)?.name ?? '',
    termsDescription: termsOf(customer.terms).description,
    blocked: customer.onHold || !customer.active,
  };
}

export function itemTruth(world: World, item: Item): unknown {
  return { ...item, customerPartNumbers: world.items.partsNaming(item.number) };
}

export function stockTruth(world: World, level: StockLevel): unknown {
  return {
    ...level,
    warehouseName: WAREHOUSES.find((warehouse) => warehouse.code === level.warehouse)?.name ?? '',
    unit: world.items.get(level.item)?.unit ?? '',
    allocated: allocatedOf(level),
    available: availableOf(level),
  };
}
