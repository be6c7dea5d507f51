export const ERP_REF_KINDS = [
  'customer',
  'item',
  'order',
  'shipment',
  'invoice',
  'price',
  'availability',
  'credit',
] as const;

export type ErpRefKind = (typeof ERP_REF_KINDS)[number];

/**
 * A pointer to something in an ERP: the only thing of an ERP that may be stored.
 * `externalId` is the ERP's own key as text, with its leading zeros.
 */
export interface ErpRef {
  readonly connectionId: string;
  readonly kind: ErpRefKind;
  readonly externalId: string;
}
