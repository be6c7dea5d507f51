import type { OrderStatus } from '@headwater/erp-contracts';

/** How far a suffix is, as SX.e numbers it. */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5 | 9;

interface StageNames {
  readonly stage: Stage;
  /** SX.e's own short name, shown as the vendor's status. */
  readonly name: string;
  readonly spellings: readonly string[];
}

/** The list of orders gives the number, a single order the text; both mean the same. */
const STAGES: readonly StageNames[] = [
  { stage: 0, name: 'Quote', spellings: ['quote', 'qt', 'qu'] },
  { stage: 1, name: 'Ord', spellings: ['ord', 'ordered', 'entered'] },
  { stage: 2, name: 'Pck', spellings: ['pck', 'pick', 'picked'] },
  { stage: 3, name: 'Shp', spellings: ['shp', 'ship', 'shipped'] },
  { stage: 4, name: 'Inv', spellings: ['inv', 'invoiced'] },
  { stage: 5, name: 'Pd', spellings: ['pd', 'paid', 'closed'] },
  { stage: 9, name: 'Can', spellings: ['can', 'cancel', 'cancelled', 'canceled'] },
];

const NAMES = new Map(STAGES.map(({ stage, name }) => [stage, name]));
const BY_SPELLING = new Map(
  STAGES.flatMap(({ stage, spellings }) => [String(stage), ...spellings].map((spelling) => [spelling, stage] as const)),
);

/** The stage a number or text names; `undefined` for one SX.e does not document. */
export function stageOf(text: string): Stage | undefined {
  return BY_SPELLING.get(text) ?? BY_SPELLING.get(text.trim().toLowerCase());
}

export function stageName(stage: Stage): string {
  return NAMES.get(stage) ?? String(stage);
}

export function hasShipped(stage: Stage): boolean {
  return stage >= 3 && stage <= 5;
}

/** Entered or picked: something is still to come of it. */
export const OPEN_STAGES: readonly Stage[] = [1, 2];

export function isOpen(stage: Stage): boolean {
  return OPEN_STAGES.includes(stage);
}

/** One status out of the stages of all suffixes of an order, or of all that carry a line. */
export function statusOf(stages: readonly Stage[], held: boolean): OrderStatus {
  const living = stages.filter((stage) => stage !== 9);
  if (living.length === 0) return 'cancelled';
  if (living.every((stage) => stage === 0)) return 'quote';
  if (living.every((stage) => stage === 5)) return 'closed';
  if (living.every((stage) => stage >= 4)) return 'invoiced';
  if (living.every(hasShipped)) return 'shipped';
  if (held) return 'on-hold';
  if (living.some(hasShipped)) return 'partly-shipped';
  return living.includes(2) ? 'picked' : 'open';
}
