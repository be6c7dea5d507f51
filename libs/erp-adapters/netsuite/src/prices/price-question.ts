import type { PriceQuestion } from '@headwater/erp-contracts';
import type { ItemRow } from '../items/item.schema';
import { saleUnit } from '../items/item-rows';
import type { NetsuiteContext } from '../netsuite.context';

/** A question about an item NetSuite knows. */
export interface KnownQuestion {
  readonly question: PriceQuestion;
  readonly item: ItemRow;
}

/** Questions whose items are known, in the order they were asked. */
export function knownQuestions(
  questions: readonly PriceQuestion[],
  rows: readonly ItemRow[],
): readonly KnownQuestion[] {
  const byNumber = new Map(rows.map((row) => [row.itemid, row]));
  return questions.flatMap((question) => {
    const item = byNumber.get(question.item.trim());
    return item === undefined ? [] : [{ question, item }];
  });
}

/** The unit a price is for; where the account has no units, the one that was asked for. */
export function pricedUnit({ question, item }: KnownQuestion, { settings }: Pick<NetsuiteContext, 'settings'>): string {
  const hasUnits = item.saleunit !== undefined || item.stockunit !== undefined;
  return hasUnits ? saleUnit(item, settings) : (question.unit ?? settings.defaultUnit);
}
