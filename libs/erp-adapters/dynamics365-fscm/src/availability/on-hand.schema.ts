import { requiredVendorDecimal, requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';

/** A row of WarehousesOnHandV2: one per combination of product dimensions. */
export const onHandShape = entityShape(
  {
    ItemNumber: requiredVendorText,
    InventoryWarehouseId: requiredVendorText,
    OnHandQuantity: requiredVendorDecimal,
    AvailableOnHandQuantity: requiredVendorDecimal,
    ReservedOnHandQuantity: requiredVendorDecimal,
    OrderedQuantity: requiredVendorDecimal,
    OnOrderQuantity: requiredVendorDecimal,
    AvailableOrderedQuantity: requiredVendorDecimal,
  },
  {},
);

export type OnHandRow = RowOf<typeof onHandShape>;

/** A row of the warehouses. The set is not confirmed; without it warehouses have no name. */
export const warehouseShape = entityShape({ WarehouseId: requiredVendorText, WarehouseName: vendorText }, {});
