import type { CreditView } from '@headwater/erp-contracts';
import { isPositive } from '@headwater/kernel';

export interface UsedShare {
  /** 0 to 100, for drawing; amounts themselves never become numbers. */
  readonly width: number;
  readonly percent: number;
  readonly tone: 'calm' | 'near' | 'over';
}

const NEAR_PERCENT = 85;

/** How much of the limit is used; undefined where the ERP sets no limit to measure against. */
export function usedShare({ limit, used }: CreditView): UsedShare | undefined {
  if (limit === undefined || !isPositive(limit) || limit.currency !== used.currency) return undefined;
  const percent = Math.round((Number(used.amount) / Number(limit.amount)) * 100);
  const tone = percent > 100 ? 'over' : percent >= NEAR_PERCENT ? 'near' : 'calm';
  return { width: Math.min(Math.max(percent, 0), 100), percent, tone };
}
