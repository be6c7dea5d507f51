import type { ItemView } from '@headwater/erp-contracts';
import { refTo } from '../infor-sxe.context';
import type { ItemGeneral, ItemRow } from './item.schema';

export interface ItemParts {
  readonly connectionId: string;
  readonly row: ItemRow;
  readonly general?: ItemGeneral;
  readonly customerPartNumbers?: readonly string[];
}

function descriptionOf(row: ItemRow, general: ItemGeneral | undefined): string {
  const both = [general?.description1, general?.description2].filter((line) => line !== undefined);
  if (both.length > 0) return both.join(' ');
  const listed = Array.isArray(row.descrip) ? row.descrip : [row.descrip];
  const spread = [row['descrip[1]'] ?? row.descrip1, row['descrip[2]'] ?? row.descrip2];
  const lines = [listed, spread].map((candidate) => candidate.filter((line) => line !== undefined));
  return lines.find((candidate) => candidate.length > 0)?.join(' ') ?? row.lookupnm ?? '';
}

/** Status types that take a product out of sale: inactive and superseded. */
function isActive(status: string | undefined): boolean {
  return !/^[is]/i.test(status ?? '');
}

/** SX.e keeps the factors of other units elsewhere, so the stocking unit is the only one whose factor is known. */
export function toItemView({ connectionId, row, general, customerPartNumbers = [] }: ItemParts): ItemView {
  return {
    ref: refTo({ connectionId }, 'item', row.prod),
    number: row.prod,
    description: descriptionOf(row, general),
    ...(customerPartNumbers.length === 0 ? {} : { customerPartNumbers }),
    unit: row.unitstock,
    units: [{ unit: row.unitstock, factor: '1' }],
    active: isActive(row.statustype),
  };
}
