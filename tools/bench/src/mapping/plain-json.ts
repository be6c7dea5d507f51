/** What decoding costs at least; in a file of its own, because a profile sorts its samples by files. */
export function plainJson(text: string): unknown {
  return JSON.parse(text);
}
