import type { ErpError } from '@headwater/erp-contracts';

/** A failure of one vendor call that several reads waited for: they fail with it, and it counts once. */
export interface JointFailure {
  isCounted: boolean;
  /** What the first of them decided; they repeat together, so that they share the repetition, too. */
  repetition?: { readonly granted: boolean; readonly at: number };
}

/** Tells failures that several reads met together from those of one read. */
export class JointFailures {
  readonly #known = new WeakMap<object, JointFailure>();

  add(failure: unknown): void {
    if (failure instanceof Error) this.#known.set(failure, { isCounted: false });
  }

  /** Undefined for a failure of one read alone. Readers may have put it into words of their own. */
  of(error: ErpError): JointFailure | undefined {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      const known = this.#known.get(cause);
      if (known !== undefined) return known;
    }
    return undefined;
  }
}
