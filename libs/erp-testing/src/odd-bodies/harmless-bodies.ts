import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ofJson, ofObject, type SoundBody, type WireOddity, withMember } from './wire-oddity';

function harmless(name: string, of: WireOddity['of']): WireOddity {
  return { name, of, ends: 'as-usual' };
}

/** Every letter of every text as an escape, names of members too. */
function escaped(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (literal) =>
    literal.replace(/\\u[\da-fA-F]{4}|\\.|[A-Za-z]/g, (part) =>
      part.length > 1 ? part : `\\u${part.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** The same JSON with another member, nested as deep as told. */
function nested(text: string, depth: number): string {
  return withMember(text, `"somethingNew":${'['.repeat(depth)}${']'.repeat(depth)}`);
}

/** The first member of the first object, named before as null: of two members of one name the last counts. */
function doubled(text: string): string {
  const name = /\{\s*("(?:[^"\\]|\\.)*")\s*:/.exec(text)?.[1];
  return name === undefined ? text : withMember(text, `${name}:null`);
}

function packed(encoding: string, pack: (bytes: Buffer) => Buffer): WireOddity['of'] {
  return ({ bytes, headers }: SoundBody) => ({
    headers: { ...headers, 'content-encoding': encoding },
    body: pack(bytes),
  });
}

const OTHER_BYTES: readonly WireOddity[] = [
  harmless('a byte order mark before it', ({ bytes, headers }) => ({
    headers,
    body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  })),
  harmless(
    'blanks around it',
    ofJson((text) => `\r\n  ${text}\r\n\r\n`),
  ),
  harmless(
    'UTF-16 that says so',
    ofJson((text) => Buffer.from(text, 'utf16le'), 'application/json; charset=utf-16le'),
  ),
  harmless(
    'its charset in quotes and capitals',
    ofJson((text) => text, 'application/json; charset="UTF-8"'),
  ),
  harmless(
    'windows-1252 that says so',
    ofObject(
      (text) => Buffer.from(withMember(text, '"somethingNew":"Müller"'), 'latin1'),
      'application/json; charset=windows-1252',
    ),
  ),
  harmless(
    'windows-1252 without a word',
    ofObject((text) => Buffer.from(withMember(text, '"somethingNew":"Müller"'), 'latin1')),
  ),
  harmless('gzip', packed('gzip', gzipSync)),
  harmless('deflate', packed('deflate', deflateSync)),
  harmless('brotli', packed('br', brotliCompressSync)),
];

const OTHER_WORDS: readonly WireOddity[] = [
  harmless(
    'the type of a web page',
    ofJson((text) => text, 'text/html'),
  ),
  harmless(
    'no type to speak of',
    ofJson((text) => text, 'application/octet-stream'),
  ),
  harmless('every letter as an escape', ofJson(escaped)),
  harmless('a member twice, first as null', ofObject(doubled)),
  harmless(
    'a member nobody knows, nested two hundred deep',
    ofObject((text) => nested(text, 200)),
  ),
  harmless(
    'a member nobody knows, a hundred thousand letters long',
    ofObject((text) => withMember(text, `"somethingNew":"${'x'.repeat(100_000)}"`)),
  ),
  harmless(
    'a member nobody knows, with a number beyond every double',
    ofObject((text) => withMember(text, '"somethingNew":123456789012345678901234567890.5')),
  ),
  harmless(
    'a member that is named like what every object has',
    ofObject((text) => withMember(text, '"__proto__":{"value":null},"constructor":null')),
  ),
];

/** Bodies that say the same in an odd way: the same view has to come of them. */
export const HARMLESS_BODIES: readonly WireOddity[] = [...OTHER_BYTES, ...OTHER_WORDS];
