import type { Bench } from './bench';

/** One thing the suite proves; `run` throws where it does not hold. */
export interface Check {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<void>;
}

export interface CheckGroup {
  readonly name: string;
  readonly checks: readonly Check[];
}

export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
}

export function ensure(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new ContractViolation(otherwise);
}

export function ensureNone(flaws: readonly string[], what: string): void {
  ensure(flaws.length === 0, `${what}:\n- ${flaws.join('\n- ')}`);
}
