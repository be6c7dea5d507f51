import type { Decimal, ErpRef } from '@headwater/kernel';

export interface ItemUnitView {
  readonly unit: string;
  /** How many of the item's base unit one of this unit holds. */
  readonly factor: Decimal;
}

export interface ItemView {
  readonly ref: ErpRef;
  readonly number: string;
  readonly description: string;
  readonly customerPartNumbers?: readonly string[];
  readonly manufacturerPart?: string;
  readonly gtin?: string;
  /** Base (stocking) unit of measure. */
  readonly unit: string;
  readonly units: readonly ItemUnitView[];
  readonly active: boolean;
}
