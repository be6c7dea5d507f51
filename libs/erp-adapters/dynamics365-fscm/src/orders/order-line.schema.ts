import { requiredVendorDecimal, requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foDay } from '../entities/values';

/** A row of SalesOrderLines. Its key is the lot, not order and line; what was delivered stands elsewhere. */
export const orderLineShape = entityShape(
  {
    InventoryLotId: requiredVendorText,
    LineNumber: requiredVendorDecimal,
    ItemNumber: vendorText,
    OrderedSalesQuantity: requiredVendorDecimal,
    SalesUnitSymbol: requiredVendorText,
    SalesOrderLineStatus: requiredVendorText,
    LineAmount: vendorDecimal,
  },
  {
    LineDescription: vendorText,
    SalesPrice: vendorDecimal,
    SalesPriceQuantity: vendorDecimal,
    LineDiscountPercentage: vendorDecimal,
    ConfirmedShippingDate: foDay,
    ShippingWarehouseId: vendorText,
  },
);

export type OrderLine = RowOf<typeof orderLineShape>;

/** As much of a line as the list of orders needs: whether it has gone, and what it is worth. */
export const lineOfListShape = entityShape(
  { InventoryLotId: requiredVendorText, SalesOrderLineStatus: requiredVendorText, LineAmount: vendorDecimal },
  {},
);

export type LineOfList = RowOf<typeof lineOfListShape>;
