/** `name=value` entries by name, one per line; the first `=` separates. */
export function pairsOf(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (text ?? '')
      .split(/[\r\n]+/)
      .filter((entry) => entry.includes('='))
      .map((entry) => {
        const at = entry.indexOf('=');
        return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()] as const;
      }),
  );
}
