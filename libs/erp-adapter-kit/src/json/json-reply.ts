import { ErpError } from '@headwater/erp-contracts';
import type { ErpHttpReply } from '../http/erp-http';
import { parseLosslessJson } from './lossless-json';

/** Who speaks, for error messages. */
export interface Speaker {
  readonly erp: string;
  readonly connectionId: string;
}

function unreadable(speaker: Speaker, what: string): ErpError {
  return new ErpError('bad-response', `${speaker.erp} answered with ${what} in place of data.`, {
    connectionId: speaker.connectionId,
  });
}

/** The JSON of an answer, digits intact. A web page, XML, nothing or broken JSON is a `bad-response`. */
export function jsonOf(reply: ErpHttpReply, speaker: Speaker): unknown {
  const text = reply.text.trimStart();
  if (text === '') throw unreadable(speaker, 'an empty body');
  if (text.startsWith('<')) throw unreadable(speaker, 'a web page or XML');
  try {
    return parseLosslessJson(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw unreadable(speaker, 'broken JSON');
    throw error;
  }
}
