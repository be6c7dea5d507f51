import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2';
import { BodyTooLargeError, UnreadableBodyError } from '../body-text';
import type { WireAnswer, WireRequest } from './wire';
import { UnprocessedFailure, WireFailure } from './wire-failure';

/** What HTTP/2 has no place for (RFC 9113, section 8.2.2), and what its pseudo headers say. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'host']);

/** What the session knows of why a stream may have ended. */
export interface SessionEnd {
  /** The last stream a GOAWAY says was looked at. */
  readonly lastStreamId: number | undefined;
  readonly failure: Error | undefined;
}

function headersOf({ url, method, headers }: WireRequest): OutgoingHttpHeaders {
  const fields = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return {
    ...Object.fromEntries(fields),
    ':method': method,
    ':scheme': 'https',
    ':authority': url.host,
    ':path': `${url.pathname}${url.search}`,
  };
}

/** Without the pseudo headers. */
function fieldsOf(headers: IncomingHttpHeaders): WireAnswer['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}

/**
 * Tells when the body is complete. Node ends a stream that was reset, or whose session died, just like one that is
 * complete: `end` with no error. Only a complete one ends while it is still open.
 */
function onComplete(stream: ClientHttp2Stream, complete: () => void): void {
  const push = stream.push.bind(stream);
  stream.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk === null && !stream.closed && !stream.destroyed) complete();
    return push(chunk, encoding);
  };
}

/** One request on one stream, from its headers to the end of its answer. */
class Http2Exchange {
  #answer: Omit<WireAnswer, 'body'> | undefined;
  #isComplete = false;
  #size = 0;
  readonly #chunks: Buffer[] = [];
  readonly #stopListening: () => void;
  #resolve: (answer: WireAnswer) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  readonly answer: Promise<WireAnswer>;

  constructor(
    private readonly stream: ClientHttp2Stream,
    private readonly request: WireRequest,
    private readonly sessionEnd: () => SessionEnd,
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { signal } = request;
    const onAbort = (): void => this.#cancel(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#stopListening = () => signal.removeEventListener('abort', onAbort);
    this.#listen();
  }

  #listen(): void {
    const { stream } = this;
    onComplete(stream, () => (this.#isComplete = true));
    stream.on('response', (headers) => {
      this.#answer = { status: Number(headers[':status']), headers: fieldsOf(headers) };
    });
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
    // The reason is read off the stream once it is closed.
    stream.on('error', () => undefined);
    stream.on('close', () => this.#closed());
    stream.end(this.request.body);
  }

  #take(chunk: Buffer): void {
    this.#size += chunk.byteLength;
    if (this.#size <= this.request.maxBytes) this.#chunks.push(chunk);
    else this.#cancel(new BodyTooLargeError(`the body is larger than ${String(this.request.maxBytes)} bytes`));
  }

  /** Only this stream: its siblings go on. */
  #cancel(reason: unknown): void {
    this.#stopListening();
    this.#reject(reason);
    this.stream.close(constants.NGHTTP2_CANCEL);
    // `close` alone waits for an event that a busy session may never send.
    this.stream.destroy();
  }

  #closed(): void {
    this.#stopListening();
    if (this.#isComplete && this.#answer !== undefined)
      this.#resolve({ ...this.#answer, body: Buffer.concat(this.#chunks) });
    else this.#reject(this.#failure());
  }

  #failure(): Error {
    const { lastStreamId, failure } = this.sessionEnd();
    const { rstCode, id } = this.stream;
    if (rstCode === constants.NGHTTP2_HTTP_1_1_REQUIRED) return new UnprocessedFailure(true);
    if (rstCode === constants.NGHTTP2_REFUSED_STREAM) return new UnprocessedFailure();
    // Never sent, or younger than what the peer's GOAWAY says it looked at.
    if (id === undefined || (lastStreamId !== undefined && id > lastStreamId)) return new UnprocessedFailure();
    if (rstCode === constants.NGHTTP2_ENHANCE_YOUR_CALM) return new WireFailure('the peer asks for calm', 'EH2CALM');
    if (this.#answer !== undefined) return new UnreadableBodyError('the body is cut short');
    return failure ?? new WireFailure('the stream ended before its answer', 'EH2RESET');
  }
}

/** Sends a request on a stream of its own. Throws `UnprocessedFailure` where the peer did not look at it. */
export function exchangeOn(
  session: ClientHttp2Session,
  request: WireRequest,
  sessionEnd: () => SessionEnd,
): Promise<WireAnswer> {
  if (session.closed || session.destroyed) return Promise.reject(new UnprocessedFailure());
  const stream = session.request(headersOf(request), { endStream: request.body === undefined });
  return new Http2Exchange(stream, request, sessionEnd).answer;
}
