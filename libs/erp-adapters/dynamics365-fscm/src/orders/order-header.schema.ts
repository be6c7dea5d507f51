import { requiredVendorText, vendorDecimal, vendorField, vendorFlag, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foCurrency, foPosition } from '../entities/values';

/** Computed for each row, and thus slow: only asked for where the settings want it. */
const HEADER_TOTALS = { OrderTotalAmount: vendorDecimal, AreTotalsCalculated: vendorFlag };

/** Not asked for, and not looked at where they are sent nevertheless. */
const NO_TOTALS: typeof HEADER_TOTALS = {
  OrderTotalAmount: vendorField<string>(() => undefined),
  AreTotalsCalculated: vendorField<boolean>(() => undefined),
};

const FIELDS = {
  SalesOrderNumber: requiredVendorText,
  OrderingCustomerAccountNumber: requiredVendorText,
  SalesOrderStatus: requiredVendorText,
  CurrencyCode: foCurrency,
  // The list is sorted by these, so they are kept as they were sent.
  OrderCreationDateTime: foPosition,
  RequestedShippingDate: foPosition,
  ConfirmedShippingDate: foPosition,
};

const OPTIONAL_FIELDS = {
  SalesOrderName: vendorText,
  SalesOrderProcessingStatus: vendorText,
  CustomersOrderReference: vendorText,
  DefaultShippingWarehouseId: vendorText,
  DeliveryModeCode: vendorText,
  ShippingCarrierId: vendorText,
  DeliveryAddressName: vendorText,
  DeliveryAddressStreet: vendorText,
  DeliveryAddressCity: vendorText,
  DeliveryAddressStateId: vendorText,
  DeliveryAddressZipCode: vendorText,
  DeliveryAddressCountryRegionId: vendorText,
  // The vendor's own spelling.
  FormattedDelveryAddress: vendorText,
};

/** A row of SalesOrderHeadersV2 and its later versions. */
export const orderHeaderShape = entityShape(FIELDS, { ...OPTIONAL_FIELDS, ...HEADER_TOTALS });

export type OrderHeader = RowOf<typeof orderHeaderShape>;

/** The same without the computed totals; they are absent then. */
export const orderHeaderShapeWithoutTotals = {
  ...entityShape(FIELDS, { ...OPTIONAL_FIELDS, ...NO_TOTALS }),
  optional: Object.keys(OPTIONAL_FIELDS),
};

/** What a list of shipments needs to know of the orders behind them. */
export const orderOfShipmentShape = entityShape(
  {
    SalesOrderNumber: requiredVendorText,
    OrderingCustomerAccountNumber: requiredVendorText,
    ConfirmedShippingDate: foPosition,
  },
  { DeliveryModeCode: vendorText, ShippingCarrierId: vendorText },
);

export type OrderOfShipment = RowOf<typeof orderOfShipmentShape>;
