import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDecimal,
  vendorFlag,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foCurrency, foDay } from '../entities/values';

/** A row of SalesPriceAgreements. Blank keys mean "all"; a quantity to of 0 and a date of 1900 mean "no end". */
export const agreementShape = entityShape(
  {
    ItemNumber: vendorText,
    CustomerAccountNumber: vendorText,
    PriceCustomerGroupCode: vendorText,
    PriceCurrencyCode: foCurrency,
    Price: requiredVendorDecimal,
    SalesPriceQuantity: vendorDecimal,
    // The vendor's own spelling.
    QuantityUnitySymbol: vendorText,
    FromQuantity: vendorDecimal,
    ToQuantity: vendorDecimal,
    PriceApplicableFromDate: foDay,
    PriceApplicableToDate: foDay,
  },
  {
    PriceSiteId: vendorText,
    PriceWarehouseId: vendorText,
    WillSearchContinue: vendorFlag,
    AttributeBasedPricingId: vendorText,
    ProductColorId: vendorText,
    ProductConfigurationId: vendorText,
    ProductSizeId: vendorText,
    ProductStyleId: vendorText,
    ProductVersionId: vendorText,
  },
);

export type AgreementRow = RowOf<typeof agreementShape>;

/** The newest order of a customer, for its price group. */
export const orderPriceGroupShape = entityShape(
  { OrderingCustomerAccountNumber: requiredVendorText, PriceCustomerGroupCode: vendorText },
  {},
);
