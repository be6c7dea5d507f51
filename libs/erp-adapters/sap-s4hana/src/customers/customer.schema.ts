import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { optionalSapCurrency } from '../orders/sales-order.schema';

export const partnerSchema = vendorRow({
  BusinessPartner: requiredVendorText,
  Customer: requiredVendorText,
  BusinessPartnerFullName: vendorText,
});

export type Partner = z.output<typeof partnerSchema>;

/** Block fields are read by name, because a setting chooses them. */
export const customerSchema = z.looseObject({ Customer: requiredVendorText });

export type Customer = z.output<typeof customerSchema>;

export const salesAreaSchema = z.looseObject({
  Customer: requiredVendorText,
  Currency: optionalSapCurrency,
  CustomerPaymentTerms: vendorText,
});

export type CustomerSalesArea = z.output<typeof salesAreaSchema>;

export const addressSchema = vendorRow({
  BusinessPartner: requiredVendorText,
  AddressID: requiredVendorText,
  StreetName: vendorText,
  HouseNumber: vendorText,
  CityName: vendorText,
  PostalCode: vendorText,
  Region: vendorText,
  Country: vendorText,
});

export type CustomerAddress = z.output<typeof addressSchema>;
