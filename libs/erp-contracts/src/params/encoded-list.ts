/**
 * Lists in one query parameter: `A,B`, and with parts `A:10:EA,B`. ERPs allow commas, colons and percent signs in item
 * numbers; inside of the parameter's value these are percent-encoded once more, so that `HOSE,1/2` is written
 * `HOSE%2C1/2` and travels as `items=HOSE%252C1%2F2`.
 */
const SEPARATING = /[%,:]/g;
const ENCODED = /%([0-9A-Fa-f]{2})/g;

/** One text of a list or part, encoded so that `decodeListText` gives it back. */
export function encodeListText(text: string): string {
  return text.replace(SEPARATING, (character) => encodeURIComponent(character));
}

/** Undoes the three encodings there are; a percent sign before anything else is one. */
export function decodeListText(text: string): string {
  return text.replace(ENCODED, (encoded, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /[%,:]/.test(character) ? character : encoded;
  });
}
