function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `name=value` entries by name, one per line; the first `=` separates, and a line without one has a blank value. */
export function namedLines(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    linesOf(text).map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? ([line, ''] as const) : ([line.slice(0, at).trim(), line.slice(at + 1).trim()] as const);
    }),
  );
}
