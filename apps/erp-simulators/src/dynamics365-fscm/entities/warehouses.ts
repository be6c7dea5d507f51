import type { CompanyCode, Warehouse } from '../../world/model/party';
import { WAREHOUSES } from '../../world/organisation';
import { siteOf } from '../companies';
import { entitySet } from '../edm/entity-set';
import { text } from '../edm/properties';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { companyColumn } from './customers-in';

interface WarehouseSource {
  readonly company: CompanyCode;
  readonly warehouse: Warehouse;
}

/** Names of warehouses, which rows of stock do not tell. */
export function warehouses(options: FscmOptions): EntitySet {
  return entitySet<WarehouseSource>(
    {
      name: 'Warehouses',
      entity: 'Warehouse',
      table: 'InventWarehouseEntity',
      key: ['dataAreaId', 'WarehouseId'],
      properties: [
        companyColumn(),
        text('WarehouseId', ({ warehouse }) => warehouse.code),
        text('WarehouseName', ({ warehouse }) => warehouse.name),
        text('OperationalSiteId', ({ warehouse }) => siteOf(warehouse.code)),
      ],
      find: ({ companies }) => companies.flatMap((company) => WAREHOUSES.map((warehouse) => ({ company, warehouse }))),
    },
    options,
  );
}
