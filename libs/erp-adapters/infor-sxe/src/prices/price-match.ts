import type { PriceQuestion } from '@headwater/erp-contracts';
import { compareDecimals } from '@headwater/kernel';
import { sameKey } from '../items/item-rows';
import type { PriceRow } from './price.schema';

export interface Asked {
  readonly question: PriceQuestion;
  /** The number it was sent with, unique within the call. */
  readonly seqno: number;
  readonly warehouse: string | undefined;
}

function narrowed(rows: readonly PriceRow[], fits: (row: PriceRow) => boolean): readonly PriceRow[] {
  const fitting = rows.filter(fits);
  return fitting.length > 0 ? fitting : rows;
}

/**
 * The row that answers a question: by product, and by warehouse where one was asked for; then, as far as rows tell,
 * by number, unit and quantity. SX.e adds rows for other warehouses and may answer in another case or unit.
 */
export function rowFor(asked: Asked, rows: readonly PriceRow[]): PriceRow | undefined {
  const { question, seqno, warehouse } = asked;
  const ofItem = rows.filter((row) => sameKey(row.prod, question.item));
  const inPlace = warehouse === undefined ? ofItem : ofItem.filter((row) => sameKey(row.whse ?? warehouse, warehouse));
  const numbered = narrowed(inPlace, (row) => row.seqno === seqno);
  const inUnit = narrowed(numbered, (row) => question.unit !== undefined && sameKey(row.unit ?? '', question.unit));
  const inQuantity = narrowed(
    inUnit,
    (row) => row.qtyord !== undefined && compareDecimals(row.qtyord, question.quantity) === 0,
  );
  return inQuantity[0];
}
