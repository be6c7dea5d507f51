/** The `If-Match` header of a change: the server refuses it where somebody else was faster. */
export function ifMatch(record: { readonly version: number }): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { 'If-Match': `"${record.version}"` } };
}
