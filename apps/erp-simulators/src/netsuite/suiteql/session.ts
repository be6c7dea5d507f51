import type { Instant } from '@headwater/kernel';
import type { SuiteqlOptions } from '../options/suiteql-options';
import type { Relation } from './relation';
import type { SqlValue } from './values';

/** What is the same for a whole statement. */
export interface Session {
  readonly options: SuiteqlOptions;
  /** The account's date preference, as a mask. */
  readonly dateMask: string;
  readonly now: Instant;
  readonly parameters: readonly SqlValue[];
  readonly table: (name: string) => Relation | undefined;
}
