import { isDecimal, type Decimal } from './decimal';

/** How much of something, in a unit of measure as the ERP names it (`EA`, `BX`, `FT`). */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: string;
}

export function quantity(value: Decimal, unit: string): Quantity {
  if (!isDecimal(value)) throw new RangeError('quantity needs a decimal string as its value');
  return { value, unit };
}
