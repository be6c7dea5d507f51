import { createHmac } from 'node:crypto';

export interface SignedCall {
  readonly method: string;
  /** Scheme, host and path as they were called, without the query. */
  readonly url: string;
  readonly query: URLSearchParams;
  /** Those of the header; the realm and the signature are not signed. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** METHOD & url & sorted parameters, of which those of the query are part. */
export function baseString({ method, url, query, parameters }: SignedCall): string {
  const signed = [...parameters].filter(([name]) => name !== 'realm' && name !== 'oauth_signature');
  const pairs = [...signed, ...query].map(([name, value]) => [encoded(name), encoded(value)] as const);
  const sorted = pairs.toSorted(([name, value], [otherName, otherValue]) =>
    name === otherName ? order(value, otherValue) : order(name, otherName),
  );
  const list = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  return [method.toUpperCase(), encoded(url), encoded(list)].join('&');
}

export function hmacSha256(text: string, consumerSecret: string, tokenSecret: string): string {
  return createHmac('sha256', `${encoded(consumerSecret)}&${encoded(tokenSecret)}`)
    .update(text)
    .digest('base64');
}

/** RFC 3986: everything but letters, digits and `-._~`, which `encodeURIComponent` is too generous for. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
