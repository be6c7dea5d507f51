const SPACE = 0x20;
const DELETE = 0x7f;
const UNKNOWN = '?';

/** Trimmed text; `undefined` for blank and for `?`, the unknown value of Progress. */
export function saidText(text: string): string | undefined {
  const trimmed = isTrimmed(text) ? text : text.trim();
  return trimmed === '' || trimmed === UNKNOWN ? undefined : trimmed;
}

/** Surely so, where both ends are visible ASCII. */
function isTrimmed(text: string): boolean {
  return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1));
}

function isVisible(unit: number): boolean {
  return unit > SPACE && unit < DELETE;
}
