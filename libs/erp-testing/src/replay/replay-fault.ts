import type { ServerResponse } from 'node:http';
import type { ReplayAnswer } from './replay-server';

/** The ways an ERP, or what stands before it, fails on the wire. */
export type ReplayFault =
  | { readonly kind: 'answer'; readonly answer: ReplayAnswer }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Sends headers and half the body, then nothing. */
  | { readonly kind: 'hang-in-body' }
  /** Promises a length and closes the connection half way. */
  | { readonly kind: 'truncate' }
  /** The same with chunked encoding: the last chunk never comes. */
  | { readonly kind: 'truncate-chunked' }
  /** Cuts the body but ends the answer properly: only the JSON is broken. */
  | { readonly kind: 'cut-json' }
  /** Closes the connection without a word. */
  | { readonly kind: 'reset' };

type WireFault = Exclude<ReplayFault, { kind: 'answer' }>;

/** An answer as it goes over the wire. */
export interface WholeAnswer {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export function commitFault(fault: WireFault, response: ServerResponse, { headers, body }: WholeAnswer): void {
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const length = { 'content-length': String(body.byteLength) };
  switch (fault.kind) {
    case 'hang':
      return;
    case 'hang-in-body':
      response.writeHead(200, { ...headers, ...length });
      response.write(half);
      return;
    case 'truncate':
      response.writeHead(200, { ...headers, ...length });
      response.write(half, () => response.socket?.end());
      return;
    case 'truncate-chunked':
      response.writeHead(200, { ...headers, 'transfer-encoding': 'chunked' });
      response.write(half, () => response.socket?.end());
      return;
    case 'cut-json':
      response.writeHead(200, headers);
      response.end(half);
      return;
    case 'reset':
      response.socket?.destroy();
  }
}
