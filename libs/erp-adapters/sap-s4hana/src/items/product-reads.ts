import { equalsText, type ODataFilter, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { z } from 'zod';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import type { EntityShape } from '../metadata/entity-plan';
import { answered, holdsKey, type SapContext } from '../sap-s4hana.context';
import {
  DESCRIPTION_SHAPE,
  descriptionSchema,
  type Product,
  PRODUCT_PLANT_SHAPE,
  PRODUCT_SHAPE,
  type ProductDescription,
  productKeySchema,
  type ProductPlant,
  productPlantSchema,
  productSchema,
  SALES_DELIVERY_SHAPE,
} from './item.shapes';

const CHUNK_WIDTH = 3;

interface ProductSet<S extends z.ZodType> {
  readonly shape: EntityShape;
  readonly schema: S;
  readonly what: string;
  /** Beside the products asked for. */
  readonly conditions?: readonly ODataFilter[];
}

/** Rows of several products, in as few calls as their numbers allow; keys are filtered by, as they may hold slashes. */
async function rowsOf<S extends z.ZodType>(
  context: SapContext,
  { set, items }: { readonly set: ProductSet<S>; readonly items: readonly string[] },
  call: ErpCall,
): Promise<readonly z.output<S>[]> {
  const { shape, what, schema, conditions = [] } = set;
  const keys = items.map((value) => holdsKey(context, 'Product', { kind: 'material', value }));
  const read = (any: ODataFilter) =>
    context.reads.all({ api: 'products', shape, what, filter: { all: [...conditions, any] } }, call);
  const rows = (await inTurn(anyInChunks(keys), CHUNK_WIDTH, read)).flat();
  return rows.map((row) => parseVendor(schema, row, answered(context, what)));
}

export function productsOf(context: SapContext, items: readonly string[], call: ErpCall): Promise<readonly Product[]> {
  const set = { shape: PRODUCT_SHAPE, schema: productSchema, what: 'products' };
  return rowsOf(context, { set, items }, call);
}

export function descriptionsOf(
  context: SapContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly ProductDescription[]> {
  const conditions = [equalsText('Language', context.settings.language)];
  const set = { shape: DESCRIPTION_SHAPE, schema: descriptionSchema, what: 'product descriptions', conditions };
  return rowsOf(context, { set, items }, call);
}

export function plantsOf(
  context: SapContext,
  items: readonly string[],
  call: ErpCall,
): Promise<readonly ProductPlant[]> {
  const set = { shape: PRODUCT_PLANT_SHAPE, schema: productPlantSchema, what: 'plants of products' };
  return rowsOf(context, { set, items }, call);
}

/** Those of the products that the sales organization sells through its channel. */
export async function soldOf(context: SapContext, items: readonly string[], call: ErpCall): Promise<readonly string[]> {
  const { salesOrganization, distributionChannel } = context.settings.area;
  const conditions = [
    equalsText('ProductSalesOrg', salesOrganization),
    equalsText('ProductDistributionChnl', distributionChannel),
  ];
  const set = { shape: SALES_DELIVERY_SHAPE, schema: productKeySchema, what: 'sales views of products', conditions };
  return (await rowsOf(context, { set, items }, call)).map(({ Product: product }) => product);
}
