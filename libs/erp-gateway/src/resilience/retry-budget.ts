/** In fifths of a repetition: what a repetition costs, and what may be saved up. */
const A_REPETITION = 5;
const AN_ANSWER = 1;
/** What is not needed in good times must not fall upon an ERP in bad ones. */
const MOST_SAVED = A_REPETITION;

/**
 * How often calls may be repeated: once, and once more for every five that were answered. An ERP that answers nothing
 * earns no repetitions, however much it is asked.
 */
export class RetryBudget {
  #balance = MOST_SAVED;

  /** A call was answered. */
  earn(): void {
    this.#balance = Math.min(MOST_SAVED, this.#balance + AN_ANSWER);
  }

  /** Spends one repetition; false where there is none. */
  spend(): boolean {
    if (this.#balance < A_REPETITION) return false;
    this.#balance -= A_REPETITION;
    return true;
  }
}
