import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { EntityShape } from '../metadata/entity-plan';

export const PRODUCT_SHAPE: EntityShape = {
  set: 'A_Product',
  required: ['Product', 'BaseUnit'],
  optional: ['CrossPlantStatus', 'ProductStandardID'],
};

/** Texts are a set of their own, with a row for each language. */
export const DESCRIPTION_SHAPE: EntityShape = {
  set: 'A_ProductDescription',
  required: ['Product', 'Language', 'ProductDescription'],
};

/** Which products the sales organization sells through the channel. */
export const SALES_DELIVERY_SHAPE: EntityShape = {
  set: 'A_ProductSalesDelivery',
  required: ['Product', 'ProductSalesOrg', 'ProductDistributionChnl'],
};

/** Which plants keep a product. */
export const PRODUCT_PLANT_SHAPE: EntityShape = { set: 'A_ProductPlant', required: ['Product', 'Plant'] };

export const productSchema = vendorRow({
  Product: requiredVendorText,
  BaseUnit: requiredVendorText,
  CrossPlantStatus: vendorText,
  ProductStandardID: vendorText,
});

export type Product = z.output<typeof productSchema>;

export const descriptionSchema = vendorRow({ Product: requiredVendorText, ProductDescription: vendorText });

export type ProductDescription = z.output<typeof descriptionSchema>;

export const productKeySchema = vendorRow({ Product: requiredVendorText });

export const productPlantSchema = vendorRow({ Product: requiredVendorText, Plant: requiredVendorText });

export type ProductPlant = z.output<typeof productPlantSchema>;
