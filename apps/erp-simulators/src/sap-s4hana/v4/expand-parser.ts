import { SapError } from '../sap-error';

/** Options of a list or of an expanded navigation, by name with the dollar sign. */
export type Options = ReadonlyMap<string, string>;

export interface ExpandItem {
  readonly name: string;
  readonly options: Options;
}

/** `_Item($select=Product;$expand=_ScheduleLine),_Partner`. */
export function parseExpand(source: string): readonly ExpandItem[] {
  return splitOutside(source, ',').map((item) => {
    const match = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(item);
    if (match === null) throw SapError.badQuery(`Malformed $expand '${item}'`);
    const [, name = '', inner] = match;
    return { name, options: inner === undefined ? new Map() : optionsOf(inner) };
  });
}

function optionsOf(inner: string): Options {
  return new Map(
    splitOutside(inner, ';').map((option) => {
      const equals = option.indexOf('=');
      const name = option.slice(0, equals).trim();
      if (equals < 0 || !name.startsWith('$')) throw SapError.badQuery(`Malformed option '${option}' in $expand`);
      return [name, option.slice(equals + 1).trim()];
    }),
  );
}

/** At a separator that stands neither in parentheses nor in a string. */
function splitOutside(source: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === separator && depth === 0) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  if (quoted || depth !== 0) throw SapError.badQuery('Unbalanced quotes or parentheses in $expand');
  return [...parts, source.slice(start)];
}
