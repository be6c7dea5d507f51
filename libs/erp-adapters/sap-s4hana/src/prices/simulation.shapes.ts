import { requiredVendorDecimal, requiredVendorText, vendorDecimal, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import type { EntityShape, ExpandShape } from '../metadata/entity-plan';
import { PRICING_FIELDS } from '../orders/order.shapes';
import { optionalSapCurrency, pricingElementSchema } from '../orders/sales-order.schema';

const PRICING: ExpandShape = {
  set: 'A_SalesOrderItemPrcgElmntSimln',
  navigation: { name: 'to_PricingElement' },
  as: 'to_PricingElement',
  need: 'required',
  ...PRICING_FIELDS,
};

const ITEMS: ExpandShape = {
  set: 'A_SalesOrderItemSimulation',
  navigation: { name: 'to_Item' },
  as: 'to_Item',
  need: 'required',
  required: ['SalesOrderItem', 'Material', 'RequestedQuantity', 'RequestedQuantityUnit', 'NetAmount'],
  optional: ['TransactionCurrency', 'Plant', 'ProductionPlant'],
  expand: [PRICING],
};

const PARTNERS: ExpandShape = {
  set: 'A_SalesOrderPartnerSimulation',
  navigation: { name: 'to_Partner' },
  as: 'to_Partner',
  need: 'optional',
  required: ['PartnerFunction', 'Customer'],
};

/** The order that is priced and never saved. What is sent has to exist in this release, like what is selected. */
export const SIMULATION_SHAPE: EntityShape = {
  set: 'A_SalesOrderSimulation',
  required: ['SalesOrderType', 'SalesOrganization', 'DistributionChannel', 'OrganizationDivision', 'SoldToParty'],
  optional: ['PricingDate', 'TransactionCurrency'],
  expand: [ITEMS, PARTNERS],
};

const simulatedItemSchema = vendorRow({
  SalesOrderItem: requiredVendorText,
  RequestedQuantity: requiredVendorDecimal,
  RequestedQuantityUnit: requiredVendorText,
  NetAmount: vendorDecimal,
  TransactionCurrency: optionalSapCurrency,
  to_PricingElement: z.array(pricingElementSchema).optional(),
});

export type SimulatedItem = z.output<typeof simulatedItemSchema>;

export const simulationSchema = vendorRow({
  TransactionCurrency: optionalSapCurrency,
  to_Item: z.array(simulatedItemSchema),
});
