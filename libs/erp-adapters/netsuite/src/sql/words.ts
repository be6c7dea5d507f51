export function wordsOf(q: string): readonly string[] {
  return q.split(/\s+/).filter((word) => word !== '');
}
