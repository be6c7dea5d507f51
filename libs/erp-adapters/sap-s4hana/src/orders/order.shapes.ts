import type { EntityShape, ExpandShape } from '../metadata/entity-plan';

/** A_SalesOrder, as a list needs it. What newer releases added is optional. */
export const ORDER_SHAPE: EntityShape = {
  set: 'A_SalesOrder',
  required: [
    'SalesOrder',
    'SalesOrganization',
    'SoldToParty',
    'SalesOrderDate',
    'TotalNetAmount',
    'TransactionCurrency',
    'OverallSDProcessStatus',
  ],
  optional: [
    'PurchaseOrderByCustomer',
    'RequestedDeliveryDate',
    'OverallDeliveryStatus',
    'OverallTotalDeliveryStatus',
    'OverallOrdReltdBillgStatus',
    'OverallSDDocumentRejectionSts',
    'TotalCreditCheckStatus',
    'TotalBlockStatus',
    'DeliveryBlockReason',
  ],
};

const SCHEDULE_LINES: ExpandShape = {
  set: 'A_SalesOrderScheduleLine',
  navigation: { name: 'to_ScheduleLine' },
  as: 'to_ScheduleLine',
  need: 'required',
  required: ['ScheduleLine', 'ConfdOrderQtyByMatlAvailCheck', 'DeliveredQtyInOrderQtyUnit'],
  optional: ['ConfirmedDeliveryDate', 'OpenConfdDelivQtyInOrdQtyUnit'],
};

/** Fields of a pricing element; which of the three shapes of a rate is filled differs by release. */
export const PRICING_FIELDS = {
  required: ['ConditionType'],
  optional: [
    'ConditionRateValue',
    'ConditionRateAmount',
    'ConditionCurrency',
    'ConditionQuantity',
    'ConditionQuantityUnit',
    'ConditionAmount',
    'ConditionInactiveReason',
  ],
} as const;

const ITEM_PRICING: ExpandShape = {
  set: 'A_SalesOrderItemPrElement',
  navigation: { name: 'to_PricingElement' },
  as: 'to_PricingElement',
  need: 'optional',
  ...PRICING_FIELDS,
};

const ITEMS: ExpandShape = {
  set: 'A_SalesOrderItem',
  navigation: { name: 'to_Item' },
  as: 'to_Item',
  need: 'required',
  required: ['SalesOrderItem', 'Material', 'RequestedQuantity', 'RequestedQuantityUnit'],
  optional: [
    'SalesOrderItemText',
    'NetAmount',
    'ProductionPlant',
    'SalesDocumentRjcnReason',
    'SDProcessStatus',
    'DeliveryStatus',
  ],
  expand: [SCHEDULE_LINES, ITEM_PRICING],
};

/** Where newer releases keep the address of a partner; v4 has none. */
const PARTNER_ADDRESS: ExpandShape = {
  set: 'A_SalesOrderPartnerAddress',
  navigation: { leadsTo: 'StreetName' },
  as: 'addresses',
  need: 'optional',
  required: [],
  optional: ['StreetName', 'HouseNumber', 'CityName', 'PostalCode', 'Region', 'Country'],
};

const PARTNERS: ExpandShape = {
  set: 'A_SalesOrderHeaderPartner',
  navigation: { name: 'to_Partner' },
  as: 'to_Partner',
  need: 'optional',
  required: ['PartnerFunction'],
  optional: ['Customer'],
  expand: [PARTNER_ADDRESS],
};

/** An order with everything the detail shows. */
export const ORDER_IN_FULL_SHAPE: EntityShape = { ...ORDER_SHAPE, expand: [ITEMS, PARTNERS] };

/** Whether there is such an order at all. */
export const ORDER_KEY_SHAPE: EntityShape = { set: 'A_SalesOrder', required: ['SalesOrder', 'SalesOrganization'] };
