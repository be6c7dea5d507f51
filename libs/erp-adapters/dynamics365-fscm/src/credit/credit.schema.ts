import { requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foCurrency } from '../entities/values';

/** What of a customer says how much credit it has. Its balance is in no customer entity. */
export const creditCustomerShape = entityShape(
  { CustomerAccount: requiredVendorText, CreditLimit: vendorDecimal, OnHoldStatus: vendorText },
  { SalesCurrencyCode: foCurrency, PaymentTerms: vendorText },
);

export type CreditCustomer = RowOf<typeof creditCustomerShape>;
