import { gzipSync } from 'node:zlib';
import { VENDOR_WORDS } from '../contract/erp-adapter-contract';
import { ofJson, ofObject, type SoundBody, typed, type WireOddity, withMember } from './wire-oddity';

const PAGE = `<!doctype html><html><head><title>${VENDOR_WORDS}</title></head><body>Sign in</body></html>`;
const ATOM = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${VENDOR_WORDS}</title></feed>`;

function unreadable(name: string, of: WireOddity['of']): WireOddity {
  return { name, of, ends: 'bad-response' };
}

function cutAt(name: string, share: (length: number) => number): WireOddity {
  return unreadable(name, ({ bytes, headers, text }) => {
    // A line break at the end is no part of what is said.
    const length = bytes.length - (text.length - text.trimEnd().length);
    return { headers, body: bytes.subarray(0, share(length)) };
  });
}

/** Cut, but ended properly: nothing of HTTP says that something is missing. */
const CUT: readonly WireOddity[] = [
  cutAt('its first byte alone', () => 1),
  cutAt('its first quarter', (length) => Math.floor(length / 4)),
  cutAt('its first half', (length) => Math.floor(length / 2)),
  cutAt('its first three quarters', (length) => Math.floor((length * 3) / 4)),
  cutAt('all but its last byte', (length) => length - 1),
];

const SOMETHING_ELSE: readonly WireOddity[] = [
  unreadable('an empty body', () => typed('')),
  unreadable('nothing but blanks', () => typed(' \r\n\t ')),
  unreadable('nothing but a byte order mark', () => typed(Buffer.from([0xef, 0xbb, 0xbf]))),
  unreadable('no content, with 204', () => ({ status: 204, body: '' })),
  unreadable('a web page', () => typed(PAGE, 'text/html; charset=utf-8')),
  unreadable('a web page that is announced as JSON', () => typed(PAGE)),
  unreadable('a feed in XML', () => typed(ATOM, 'application/atom+xml')),
  unreadable('XML that is announced as JSON', () => typed(ATOM)),
  unreadable('plain words', () => typed(`Service temporarily busy ${VENDOR_WORDS}`, 'text/plain')),
  unreadable('null', () => typed('null')),
  unreadable('true', () => typed('true')),
  unreadable('a number', () => typed('42')),
  unreadable('a text', () => typed(`"${VENDOR_WORDS}"`)),
  unreadable('a list of nulls', () => typed('[null]')),
  unreadable('zero bytes', ({ bytes }) => typed(Buffer.alloc(Math.min(bytes.length, 64)))),
];

/** An empty container in place of the other kind; a list is what some ERPs answer, and no rows is then no error. */
const ANOTHER_CONTAINER: readonly WireOddity[] = [
  unreadable('an empty object', () => typed('{}')),
  unreadable('an empty list in place of an object', ({ text, isJson }) =>
    isJson && text.startsWith('[') ? undefined : typed('[]'),
  ),
];

const ALMOST_JSON: readonly WireOddity[] = [
  unreadable(
    'a comma too many',
    ofJson((text) => text.replace(/([}\]])\s*$/, ',$1')),
  ),
  unreadable(
    'quotes of JavaScript',
    ofObject((text) => text.replaceAll('"', "'")),
  ),
  unreadable(
    'a comment before it',
    ofJson((text) => `/* ${VENDOR_WORDS} */${text}`),
  ),
  unreadable(
    'a callback around it',
    ofJson((text) => `callback(${text});`, 'application/javascript'),
  ),
  unreadable(
    'a guard against scripts before it',
    ofJson((text) => `)]}',\n${text}`),
  ),
  unreadable(
    'the same document twice',
    ofJson((text) => `${text}${text}`),
  ),
  unreadable(
    'a zero byte behind it',
    ofJson((text) => `${text}\u0000`),
  ),
  unreadable(
    'a line break inside a text',
    ofObject((text) => withMember(text, '"somethingNew":"a\nb"')),
  ),
  unreadable(
    'a NaN inside',
    ofObject((text) => withMember(text, '"somethingNew":NaN')),
  ),
  unreadable(
    'a number with a leading zero',
    ofObject((text) => withMember(text, '"somethingNew":007')),
  ),
  unreadable(
    'a hexadecimal number',
    ofObject((text) => withMember(text, '"somethingNew":0x1F')),
  ),
];

const NOT_ASCII = (text: string): string => withMember(text, '"somethingNew":"Müller & Söhne €"');

const WRONG_CHARSET: readonly WireOddity[] = [
  unreadable(
    'a charset nobody knows',
    ofJson((text) => text, 'application/json; charset=klingon'),
  ),
  unreadable(
    'windows-1252 that is announced as UTF-8',
    ofObject((text) => Buffer.from(NOT_ASCII(text), 'latin1'), 'application/json; charset=utf-8'),
  ),
  unreadable(
    'UTF-16 without a word',
    ofJson((text) => Buffer.from(text, 'utf16le')),
  ),
  unreadable(
    'UTF-8 that is announced as UTF-16',
    ofJson((text) => Buffer.from(text.length % 2 === 0 ? text : `${text} `), 'application/json; charset=utf-16le'),
  ),
];

function packed(encoding: string, pack: (sound: SoundBody) => Buffer): WireOddity['of'] {
  return (sound) => ({ headers: { ...sound.headers, 'content-encoding': encoding }, body: pack(sound) });
}

const WRONG_PACKING: readonly WireOddity[] = [
  unreadable(
    'gzip that is none',
    packed('gzip', ({ bytes }) => bytes),
  ),
  unreadable(
    'gzip cut short',
    packed('gzip', ({ bytes }) => gzipSync(bytes).subarray(0, -9)),
  ),
  unreadable(
    'gzip with a wrong checksum',
    packed('gzip', ({ bytes }) => {
      const zipped = Buffer.from(gzipSync(bytes));
      zipped.writeUInt32LE((zipped.readUInt32LE(zipped.length - 8) ^ 1) >>> 0, zipped.length - 8);
      return zipped;
    }),
  ),
  unreadable(
    'brotli that is none',
    packed('br', ({ bytes }) => bytes),
  ),
  unreadable(
    'a packing nobody knows',
    packed('snappy', ({ bytes }) => bytes),
  ),
];

/** Bodies out of which no view may come: not an empty one, and not half of one. */
export const UNREADABLE_BODIES: readonly WireOddity[] = [
  ...CUT,
  ...SOMETHING_ELSE,
  ...ANOTHER_CONTAINER,
  ...ALMOST_JSON,
  ...WRONG_CHARSET,
  ...WRONG_PACKING,
];
