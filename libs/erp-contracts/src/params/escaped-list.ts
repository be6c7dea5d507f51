/**
 * Lists in one query parameter: `A,B`, and with parts `A:10:EA,B`. ERPs allow commas and colons in item numbers;
 * a backslash before one of them (or before a backslash) takes it as text: `HOSE\,1/2:10` asks for 10 of `HOSE,1/2`.
 * Percent-encoding is HTTP's own and is undone before this.
 */
const ESCAPED = /[\\,:]/g;

/** One text of a list or part, escaped so that `splitEscaped` gives it back. */
export function escapeListText(text: string): string {
  return text.replace(ESCAPED, (character) => `\\${character}`);
}

/** Splits at the separator where it is not escaped; the parts keep their escapes. A text without one is one part. */
export function splitEscaped(text: string, separator: ',' | ':'): readonly string[] {
  const parts: string[] = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === separator) parts.push('');
    else {
      const taken = character === '\\' ? text.slice(at, at + 2) : character;
      parts.push(`${parts.pop() ?? ''}${taken}`);
      at += taken.length - 1;
    }
  }
  return parts;
}

export function unescapeListText(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}
