/** Splits at a separator that stands in neither parentheses nor quotes. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  let place: 'bare' | 'quoted' = 'bare';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "'") place = place === 'bare' ? 'quoted' : 'bare';
    if (place === 'quoted') continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== separator || depth !== 0) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}
