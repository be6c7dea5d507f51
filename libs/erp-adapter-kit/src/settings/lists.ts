/** Entries of a setting that holds several, one per line or separated by commas. */
export function entriesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[\r\n,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

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

/** The same with names in lower case, for words whose case the ERP does not care about. */
export function pairsByLowerCase(text: string | undefined): ReadonlyMap<string, string> {
  return new Map([...pairsOf(text)].map(([name, value]) => [name.toLowerCase(), value]));
}
