/** What a company is by law says nothing about which one it is. */
const LEGAL_FORMS = new Set(
  'ag bv co company corp corporation gmbh inc incorporated kg limited llc llp lp ltd nv plc pty sa sarl sas spa srl'.split(
    ' ',
  ),
);

/** The words by which a company is told from others: without case, accents, punctuation and legal form. */
export function companyWords(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !LEGAL_FORMS.has(word) && word !== 'the' && word !== 'and');
  return telling.length === 0 ? words : telling;
}

/** From 0, nothing in common, to 1, the same words (Sørensen–Dice over the words). */
export function nameSimilarity(left: readonly string[], right: readonly string[]): number {
  const [one, other] = [new Set(left), new Set(right)];
  if (one.size + other.size === 0) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / (one.size + other.size);
}
