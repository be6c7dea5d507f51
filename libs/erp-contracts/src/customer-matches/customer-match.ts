import type { CustomerView } from '../customers/customers.view';
import type { Section } from '../section';

/** What speaks for an account and a customer being the same company. */
export const MATCH_REASONS = ['number', 'name', 'similar-name', 'phone', 'domain', 'address'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** `certain` enough to link many at a stroke, `likely`, or only `possible`. */
export const MATCH_GRADES = ['certain', 'likely', 'possible'] as const;
export type MatchGrade = (typeof MATCH_GRADES)[number];

export interface CustomerCandidate {
  readonly customer: CustomerView;
  readonly grade: MatchGrade;
  readonly because: readonly MatchReason[];
}

/** An account that is not linked to a connection yet, and the customers of the ERP it may be, best first. */
export interface CustomerMatch {
  readonly accountId: string;
  readonly accountName: string;
  readonly section: Section<readonly CustomerCandidate[]>;
}

export interface CustomerMatchPage {
  readonly items: readonly CustomerMatch[];
  readonly nextCursor: string | null;
}
