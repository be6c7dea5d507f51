import type { EntityShape, ExpandShape } from '../metadata/entity-plan';

const PARTNERS: ExpandShape = {
  set: 'A_OutbDeliveryPartner',
  navigation: { name: 'to_DeliveryDocumentPartner' },
  as: 'partners',
  need: 'optional',
  required: ['PartnerFunction'],
  optional: ['Supplier', 'Customer'],
};

/** Handling units cannot be filtered, only reached from their delivery; under which name differs. */
const HANDLING_UNITS: ExpandShape = {
  set: 'HandlingUnit',
  navigation: { leadsTo: 'HandlingUnitExternalId' },
  as: 'handlingUnits',
  need: 'optional',
  required: [],
  optional: ['HandlingUnitExternalId', 'HandlingUnitSecondExternalId'],
};

/** The header, with whatever this site keeps tracking numbers in. */
export function deliveryHeaderShape(trackingFields: readonly string[]): EntityShape {
  const ofUnits = trackingFields.filter((field) => field.startsWith('HandlingUnit'));
  const ofHeader = trackingFields.filter((field) => !field.startsWith('HandlingUnit'));
  return {
    set: 'A_OutbDeliveryHeader',
    required: ['DeliveryDocument', 'SoldToParty', 'OverallGoodsMovementStatus'],
    optional: [
      'ActualGoodsMovementDate',
      'PlannedGoodsIssueDate',
      'DeliveryDate',
      'OverallPickingStatus',
      'OverallProofOfDeliveryStatus',
      'ProofOfDeliveryDate',
      ...ofHeader,
    ],
    expand: [PARTNERS, ...(ofUnits.length === 0 ? [] : [HANDLING_UNITS])],
  };
}

/** The only place that names the order: a delivery header has no order number. */
export const DELIVERY_ITEM_SHAPE: EntityShape = {
  set: 'A_OutbDeliveryItem',
  required: [
    'DeliveryDocument',
    'DeliveryDocumentItem',
    'ReferenceSDDocument',
    'Material',
    'ActualDeliveryQuantity',
    'DeliveryQuantityUnit',
  ],
  optional: ['ReferenceSDDocumentItem', 'ReferenceSDDocumentCategory', 'Plant'],
};
