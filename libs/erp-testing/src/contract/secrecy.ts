import { inspect } from 'node:util';

function spellings(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}

/** Everything a logger, a serialiser or a debugger would show of a value. */
function everythingIn(value: unknown): string {
  return [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof Error ? { ...part, message: part.message, stack: part.stack, cause: part.cause } : part,
    ) ?? '',
    String(value),
  ].join('\n');
}

/** Which of the words show anywhere in a value, by their position in the list: printing them would leak them again. */
export function leaksIn(value: unknown, words: readonly string[]): readonly string[] {
  const shown = everythingIn(value);
  return words.flatMap((word, index) =>
    spellings(word).some((spelling) => shown.includes(spelling)) ? [`secret number ${String(index + 1)} shows`] : [],
  );
}
