import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** The body holds more bytes than we are ready to read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  readonly code = 'EBODYTOOLARGE';
}

/** The bytes of a body are not what its headers say. */
export class UnreadableBodyError extends Error {
  override readonly name = 'UnreadableBodyError';
  readonly code = 'EBODYUNREADABLE';
}

type Decompress = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const DECOMPRESSORS: { readonly [encoding: string]: Decompress } = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

/** Reads a whole body, giving up at `maxBytes`. */
export async function readBytes(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new BodyTooLargeError(`the body is larger than ${String(maxBytes)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Undoes `content-encoding`; the cap holds for the unpacked size too. */
export async function unpack(bytes: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity' || name === '' || bytes.length === 0) return bytes;
  const decompress = DECOMPRESSORS[name];
  if (decompress === undefined) throw new UnreadableBodyError('the body is packed in an unknown way');
  try {
    return await decompress(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw new UnreadableBodyError('the packed body is damaged or too large', { cause: error });
  }
}

/**
 * Bytes to text by the declared charset. Without one: UTF-8, and windows-1252 where the bytes are not UTF-8,
 * which is what older ERP gateways send without saying so. Declared but wrong is an error, never a guess.
 */
export function decodeText(bytes: Buffer, contentType: string | undefined): string {
  const declared = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (declared !== undefined) throw new UnreadableBodyError('the body is not in its charset', { cause: error });
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
