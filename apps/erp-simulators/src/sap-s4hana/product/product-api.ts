import { plantOf } from '../keys/organisation';
import { quantityText } from '../keys/units';
import type { ApiDefinition, EntitySet } from '../odata/model';
import { date, decimal, flag, text, timestamp } from '../odata/property';
import {
  descriptionsOf,
  plantRows,
  plantsOf,
  productRows,
  salesAreasOf,
  unitsOf,
  type DescriptionRow,
  type ProductAreaRow,
  type ProductPlantRow,
  type ProductRow,
  type ProductUnitRow,
} from './product-rows';

const UPPER = { display: 'UpperCase' } as const;
const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;

/** No description here: texts are per language, in a set of their own. */
const A_PRODUCT: EntitySet<ProductRow> = {
  name: 'A_Product',
  type: 'A_ProductType',
  keys: ['Product'],
  rows: productRows,
  properties: [
    text('Product', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('ProductType', () => 'HAWA', { ...UPPER, length: 4 }),
    text('CrossPlantStatus', ({ item }) => (item.active ? '' : '01'), { ...UPPER, length: 2 }),
    date('CreationDate', ({ item }) => item.createdOn),
    timestamp('LastChangeDateTime', ({ item }) => `${item.createdOn}T00:00:00.000Z`, { concurrency: true }),
    flag('IsMarkedForDeletion', () => false),
    text('BaseUnit', ({ item }) => item.unit, UNIT),
    text('ProductGroup', ({ item }) => item.category, { ...UPPER, length: 9 }),
    text('ItemCategoryGroup', () => 'NORM', { ...UPPER, length: 4 }),
    text('ProductStandardID', ({ item }) => item.gtin ?? '', { ...UPPER, length: 18 }),
    text('ProductManufacturerNumber', ({ item }) => item.manufacturerPart, { ...UPPER, length: 40 }),
    text('ProductOldID', () => '', { ...UPPER, length: 40 }),
  ],
  navigations: [
    { name: 'to_Description', target: 'A_ProductDescription', multiplicity: 'many', follow: descriptionsOf },
    { name: 'to_SalesDelivery', target: 'A_ProductSalesDelivery', multiplicity: 'many', follow: salesAreasOf },
    { name: 'to_Plant', target: 'A_ProductPlant', multiplicity: 'many', follow: plantsOf },
    {
      name: 'to_ProductUnitsOfMeasure',
      target: 'A_ProductUnitsOfMeasure',
      multiplicity: 'many',
      follow: unitsOf,
    },
  ],
};

const A_PRODUCT_DESCRIPTION: EntitySet<DescriptionRow> = {
  name: 'A_ProductDescription',
  type: 'A_ProductDescriptionType',
  keys: ['Product', 'Language'],
  rows: (scope, pins) => productRows(scope, pins).flatMap(descriptionsOf),
  properties: [
    text('Product', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('Language', ({ language }) => language, { length: 2 }),
    text('ProductDescription', description, { length: 40 }),
  ],
  navigations: [],
};

const A_PRODUCT_SALES_DELIVERY: EntitySet<ProductAreaRow> = {
  name: 'A_ProductSalesDelivery',
  type: 'A_ProductSalesDeliveryType',
  keys: ['Product', 'ProductSalesOrg', 'ProductDistributionChnl'],
  rows: (scope, pins) => productRows(scope, pins).flatMap(salesAreasOf),
  properties: [
    text('Product', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('ProductSalesOrg', ({ area }) => area.salesOrganization, { ...UPPER, length: 4 }),
    text('ProductDistributionChnl', ({ area }) => area.distributionChannel, { ...UPPER, length: 2 }),
    decimal('MinimumOrderQuantity', ({ item }) => quantityText('0', item.unit), {
      precision: 13,
      scale: 3,
      unit: 'BaseUnit',
    }),
    text('BaseUnit', ({ item }) => item.unit, UNIT),
    text('SalesMeasureUnit', ({ item }) => (item.sellingUnit === item.unit ? '' : item.sellingUnit), UNIT),
    text('ProductSalesStatus', ({ item }) => (item.active ? '' : '01'), { ...UPPER, length: 2 }),
    flag('IsMarkedForDeletion', () => false),
  ],
  navigations: [],
};

const A_PRODUCT_PLANT: EntitySet<ProductPlantRow> = {
  name: 'A_ProductPlant',
  type: 'A_ProductPlantType',
  keys: ['Product', 'Plant'],
  rows: plantRows,
  properties: [
    text('Product', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('Plant', ({ scope, warehouse }) => plantOf(warehouse, scope.options.organisation), { ...UPPER, length: 4 }),
    text('ProfileCode', ({ item }) => (item.active ? '' : '01'), { ...UPPER, length: 2 }),
    text('AvailabilityCheckType', () => 'SR', { ...UPPER, length: 2 }),
    text('BaseUnit', ({ item }) => item.unit, UNIT),
    flag('IsMarkedForDeletion', () => false),
  ],
  navigations: [],
};

/** How many base units one of an alternative unit holds. */
const A_PRODUCT_UNITS_OF_MEASURE: EntitySet<ProductUnitRow> = {
  name: 'A_ProductUnitsOfMeasure',
  type: 'A_ProductUnitsOfMeasureType',
  keys: ['Product', 'AlternativeUnit'],
  rows: (scope, pins) => productRows(scope, pins).flatMap(unitsOf),
  properties: [
    text('Product', ({ item }) => item.number, { ...UPPER, length: 40 }),
    text('AlternativeUnit', ({ unit }) => unit.unit, UNIT),
    decimal('QuantityNumerator', ({ unit }) => String(unit.factor), { precision: 5, scale: 0 }),
    decimal('QuantityDenominator', () => '1', { precision: 5, scale: 0 }),
    text('BaseUnit', ({ item }) => item.unit, UNIT),
    text('GlobalTradeItemNumber', ({ item, unit }) => (unit.factor === 1 ? (item.gtin ?? '') : ''), {
      ...UPPER,
      length: 18,
    }),
  ],
  navigations: [],
};

export const PRODUCT_API: ApiDefinition = {
  name: 'API_PRODUCT_SRV',
  namespace: 'API_PRODUCT_SRV',
  version: '0001',
  sets: [A_PRODUCT, A_PRODUCT_DESCRIPTION, A_PRODUCT_SALES_DELIVERY, A_PRODUCT_PLANT, A_PRODUCT_UNITS_OF_MEASURE],
};

/** Forty letters, and not one more. In German the text is another one, so that a client has to choose. */
function description({ item, language }: DescriptionRow): string {
  return (language === 'EN' ? item.description : `Art. ${item.description}`).slice(0, 40);
}
