import { requiredVendorDecimal, requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { sapDate } from '../client/sap-date';

/** Handling units and extension fields are read by name, because a site chooses among them. */
export const deliveryHeaderSchema = z.looseObject({
  DeliveryDocument: requiredVendorText,
  OverallGoodsMovementStatus: vendorText,
  ActualGoodsMovementDate: sapDate,
  PlannedGoodsIssueDate: sapDate,
  DeliveryDate: sapDate,
  OverallPickingStatus: vendorText,
  OverallProofOfDeliveryStatus: vendorText,
  ProofOfDeliveryDate: sapDate,
  partners: z
    .array(vendorRow({ PartnerFunction: requiredVendorText, Supplier: vendorText, Customer: vendorText }))
    .optional(),
  handlingUnits: z.array(z.record(z.string(), z.unknown())).optional(),
});

export type DeliveryHeader = z.output<typeof deliveryHeaderSchema>;

export const deliveryItemSchema = vendorRow({
  DeliveryDocument: requiredVendorText,
  DeliveryDocumentItem: requiredVendorText,
  ReferenceSDDocument: vendorText,
  ReferenceSDDocumentCategory: vendorText,
  Material: vendorText,
  ActualDeliveryQuantity: requiredVendorDecimal,
  DeliveryQuantityUnit: vendorText,
  Plant: vendorText,
});

export type DeliveryItem = z.output<typeof deliveryItemSchema>;
