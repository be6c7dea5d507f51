import { requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foDay } from '../entities/values';

const NUMBERS = { ItemNumber: requiredVendorText, ProductNumber: vendorText, InventoryUnitSymbol: requiredVendorText };

/** A row of ReleasedProductsV2, which has 273 columns and no translated name. */
export const itemShape = entityShape(NUMBERS, {
  SearchName: vendorText,
  ProductSearchName: vendorText,
  ProductLifecycleStateId: vendorText,
  SellStartDate: foDay,
  SellEndDate: foDay,
});

export type ItemRow = RowOf<typeof itemShape>;

/** What stock is counted in. */
export const itemUnitShape = entityShape(NUMBERS, {});

export type ItemUnitRow = RowOf<typeof itemUnitShape>;

/** What an item costs everyone, in the company's currency, per so many of its sales unit. */
export const basePriceShape = entityShape(NUMBERS, {
  SalesUnitSymbol: vendorText,
  SalesPrice: vendorDecimal,
  SalesPriceQuantity: vendorDecimal,
});

export type BasePriceRow = RowOf<typeof basePriceShape>;

/** A translated name of a product. Set and fields are not confirmed; the settings can name others. */
export const itemNameShape = entityShape(
  { ProductNumber: requiredVendorText, ProductName: vendorText },
  { LanguageId: vendorText },
);

export type ItemNameRow = RowOf<typeof itemNameShape>;
