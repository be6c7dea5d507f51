import type { PageOf } from '../odata/page';
import { originOf, type Call } from '../site';

/** Where the token takes over. */
const REPLACED: ReadonlySet<string> = new Set(['aid', '$skip', '$skiptoken', '$top']);

/** `…/customers?aid=FIN&…&$skiptoken=<key of the last row>`: to be followed as it is. */
export function nextLink({ request }: Call, { nextToken = '', topLeft }: PageOf): string {
  const kept = [...request.query].filter(([name]) => !REPLACED.has(name));
  const pairs = [
    ['aid', 'FIN'],
    ...kept,
    ...(topLeft === undefined ? [] : [['$top', String(topLeft)]]),
    ['$skiptoken', nextToken],
  ];
  const query = pairs.map(([name = '', value = '']) => `${encodedName(name)}=${encodeURIComponent(value)}`).join('&');
  return `${originOf(request)}${request.rawPath}?${query}`;
}

function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/^%24/, '$');
}
