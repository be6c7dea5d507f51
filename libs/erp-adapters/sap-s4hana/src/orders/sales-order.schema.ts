import {
  readVendorText,
  requiredVendorDecimal,
  requiredVendorField,
  requiredVendorText,
  vendorDecimal,
  vendorField,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { requiredSapDate, sapDate } from '../client/sap-date';

function readCurrency(value: unknown): string | undefined {
  const code = readVendorText(value);
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw new RangeError('is no currency');
}

/** ISO 4217; SAP's own currencies with other codes need mapping there. */
export const sapCurrency = requiredVendorField(readCurrency);

/** The same where it may be missing. */
export const optionalSapCurrency = vendorField(readCurrency);

export const orderHeaderSchema = vendorRow({
  SalesOrder: requiredVendorText,
  SalesOrganization: requiredVendorText,
  SoldToParty: requiredVendorText,
  SalesOrderDate: requiredSapDate,
  TotalNetAmount: requiredVendorDecimal,
  TransactionCurrency: sapCurrency,
  OverallSDProcessStatus: vendorText,
  PurchaseOrderByCustomer: vendorText,
  RequestedDeliveryDate: sapDate,
  OverallDeliveryStatus: vendorText,
  OverallTotalDeliveryStatus: vendorText,
  OverallOrdReltdBillgStatus: vendorText,
  OverallSDDocumentRejectionSts: vendorText,
  TotalCreditCheckStatus: vendorText,
  TotalBlockStatus: vendorText,
  DeliveryBlockReason: vendorText,
});

export type OrderHeader = z.output<typeof orderHeaderSchema>;

export const scheduleLineSchema = vendorRow({
  ConfdOrderQtyByMatlAvailCheck: requiredVendorDecimal,
  DeliveredQtyInOrderQtyUnit: requiredVendorDecimal,
  OpenConfdDelivQtyInOrdQtyUnit: vendorDecimal,
  ConfirmedDeliveryDate: sapDate,
});

export type ScheduleLine = z.output<typeof scheduleLineSchema>;

export const pricingElementSchema = vendorRow({
  ConditionType: requiredVendorText,
  ConditionRateValue: vendorDecimal,
  ConditionRateAmount: vendorDecimal,
  ConditionCurrency: vendorText,
  ConditionQuantity: vendorDecimal,
  ConditionQuantityUnit: vendorText,
  ConditionAmount: vendorDecimal,
  ConditionInactiveReason: vendorText,
});

export type PricingElement = z.output<typeof pricingElementSchema>;

export const orderItemSchema = vendorRow({
  SalesOrderItem: requiredVendorText,
  Material: vendorText,
  RequestedQuantity: requiredVendorDecimal,
  RequestedQuantityUnit: vendorText,
  SalesOrderItemText: vendorText,
  NetAmount: vendorDecimal,
  ProductionPlant: vendorText,
  SalesDocumentRjcnReason: vendorText,
  SDProcessStatus: vendorText,
  DeliveryStatus: vendorText,
  to_ScheduleLine: z.array(scheduleLineSchema),
  to_PricingElement: z.array(pricingElementSchema).optional(),
});

export type OrderItem = z.output<typeof orderItemSchema>;

const partnerAddressSchema = vendorRow({
  StreetName: vendorText,
  HouseNumber: vendorText,
  CityName: vendorText,
  PostalCode: vendorText,
  Region: vendorText,
  Country: vendorText,
});

const partnerSchema = vendorRow({
  PartnerFunction: requiredVendorText,
  Customer: vendorText,
  addresses: z.array(partnerAddressSchema).optional(),
});

export const orderInFullSchema = orderHeaderSchema.extend({
  to_Item: z.array(orderItemSchema),
  to_Partner: z.array(partnerSchema).optional(),
});

export type OrderInFull = z.output<typeof orderInFullSchema>;

export const orderKeySchema = vendorRow({ SalesOrder: requiredVendorText, SalesOrganization: vendorText });
