/** A pattern that finds the text anywhere, and takes none of its characters for a wildcard. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
