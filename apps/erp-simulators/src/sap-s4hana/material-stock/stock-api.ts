import { plantOf } from '../keys/organisation';
import { quantityText } from '../keys/units';
import type { ApiDefinition, EntitySet } from '../odata/model';
import { alpha, decimal, digits, text } from '../odata/property';
import type { SapOptions } from '../options';
import { materialRows, stockOf, stockRows, type MaterialRow, type StockRow } from './stock-rows';

const UPPER = { display: 'UpperCase' } as const;
const NO_WBS_ELEMENT = '0'.repeat(24);

const A_MATERIAL_STOCK: EntitySet<MaterialRow> = {
  name: 'A_MaterialStock',
  type: 'A_MaterialStockType',
  keys: ['Material'],
  rows: materialRows,
  properties: [
    text('Material', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('MaterialBaseUnit', ({ item }) => item.unit, { length: 3, semantics: 'unit-of-measure' }),
  ],
  navigations: [{ name: 'to_MatlStkInAcctMod', target: 'A_MatlStkInAcctMod', multiplicity: 'many', follow: stockOf }],
};

/** A row of stock has a key of eleven parts; the material has no description here. */
function stockInAccountModel({ stockList }: SapOptions): EntitySet<StockRow> {
  return {
    name: 'A_MatlStkInAcctMod',
    type: 'A_MatlStkInAcctModType',
    keys: [
      'Material',
      'Plant',
      'StorageLocation',
      'Batch',
      'Supplier',
      'Customer',
      'WBSElementInternalID',
      'SDDocument',
      'SDDocumentItem',
      'InventorySpecialStockType',
      'InventoryStockType',
    ],
    ...(stockList === 'by-material' ? { access: 'navigation' as const } : {}),
    rows: stockRows,
    properties: [
      text('Material', ({ item }) => item.number, { ...UPPER, length: 40 }),
      text('Plant', ({ scope, level }) => plantOf(level.warehouse, scope.options.organisation), {
        ...UPPER,
        length: 4,
      }),
      text('StorageLocation', ({ storageLocation }) => storageLocation, { ...UPPER, length: 4 }),
      text('Batch', ({ batch }) => batch, { ...UPPER, length: 10 }),
      alpha('Supplier', () => ''),
      alpha('Customer', () => ''),
      text('WBSElementInternalID', () => NO_WBS_ELEMENT, { display: 'NonNegative', length: 24 }),
      alpha('SDDocument', () => ''),
      digits('SDDocumentItem', () => '0', { length: 6 }),
      text('InventorySpecialStockType', () => '', { ...UPPER, length: 1 }),
      text('InventoryStockType', ({ stockType }) => stockType, { ...UPPER, length: 2 }),
      text('MaterialBaseUnit', ({ item }) => item.unit, { length: 3, semantics: 'unit-of-measure' }),
      decimal('MatlWrhsStkQtyInMatlBaseUnit', ({ item, quantity }) => quantityText(quantity, item.unit), {
        precision: 31,
        scale: 14,
        unit: 'MaterialBaseUnit',
      }),
    ],
    navigations: [
      {
        name: 'to_MaterialStock',
        target: 'A_MaterialStock',
        multiplicity: 'one',
        follow: ({ scope, item }) => [{ scope, item }],
      },
    ],
  };
}

export function stockApi(options: SapOptions): ApiDefinition {
  return {
    name: 'API_MATERIAL_STOCK_SRV',
    namespace: 'API_MATERIAL_STOCK_SRV',
    version: '0001',
    sets: [A_MATERIAL_STOCK, stockInAccountModel(options)],
  };
}
