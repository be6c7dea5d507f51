import { gzipSync } from 'node:zlib';
import { decodeText, readBytes, unpack } from './body-text';

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('a body', () => {
  it('is read whole, up to its cap', async () => {
    expect((await readBytes(chunks('ab', 'cd'), 4)).toString()).toBe('abcd');
    await expect(readBytes(chunks('ab', 'cde'), 4)).rejects.toMatchObject({ code: 'EBODYTOOLARGE' });
  });

  it('is unpacked under the same cap', async () => {
    const packed = gzipSync('a'.repeat(1_000));
    expect((await unpack(packed, 'gzip', 1_000)).toString()).toHaveLength(1_000);
    await expect(unpack(packed, 'gzip', 999)).rejects.toMatchObject({ code: 'EBODYUNREADABLE' });
    await expect(unpack(packed.subarray(0, 20), 'gzip', 1_000)).rejects.toMatchObject({ code: 'EBODYUNREADABLE' });
    await expect(unpack(packed, 'compress', 1_000)).rejects.toMatchObject({ code: 'EBODYUNREADABLE' });
  });

  it('is decoded by its charset', () => {
    expect(decodeText(Buffer.from('Zürich'), 'application/json; charset=utf-8')).toBe('Zürich');
    expect(decodeText(Buffer.from('Zürich', 'latin1'), 'application/json; charset="iso-8859-1"')).toBe('Zürich');
    expect(decodeText(Buffer.from('\uFEFF{}'), 'application/json')).toBe('{}');
  });

  it('is taken for windows-1252 where it names no charset and is no UTF-8', () => {
    expect(decodeText(Buffer.from([0x5a, 0xfc, 0x80]), 'application/json')).toBe('Zü€');
  });

  it('is refused where it is not in the charset it names', () => {
    expect(() => decodeText(Buffer.from([0xff, 0xfe, 0xff]), 'text/plain; charset=utf-8')).toThrow('charset');
    expect(() => decodeText(Buffer.from('a'), 'text/plain; charset=klingon')).toThrow('charset');
  });
});
