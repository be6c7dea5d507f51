import { type Ask, type Bench, ensureFailsWith } from '../bench';
import type { Check } from '../check';

/** An unknown key is an answer of its own, never an empty view. */
export function unknownKeyCheck(question: Ask): Check {
  return {
    name: `${question.operation} reports an unknown key as not-found`,
    run: async (bench: Bench) => {
      await ensureFailsWith(bench, question, { codes: ['not-found'] });
    },
  };
}
