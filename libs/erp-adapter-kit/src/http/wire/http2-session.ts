import { type ClientHttp2Session, connect } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { exchangeOn } from './http2-exchange';
import { SessionPulse } from './session-pulse';
import type { Timers } from './timers';
import type { WireAnswer, WireRequest } from './wire';
import { WireFailure } from './wire-failure';

export interface Http2SessionOptions {
  readonly timers: Timers;
  /** How long the peer's first SETTINGS may take, in milliseconds. */
  readonly settingsWithinMs: number;
  /** Ends the session before it is ready. */
  readonly signal: AbortSignal;
  /** Told of the peer's stream limit, at once and whenever it changes. */
  readonly onStreamLimit: (limit: number) => void;
  /** Told when its connection has ended. */
  readonly onEnd: (session: Http2Session) => void;
}

const PING_EVERY_MS = 15_000;
const PING_ANSWER_WITHIN_MS = 5_000;
/** Pings without a call in between after which the session is given back to the ERP: five minutes. */
const IDLE_BEATS = 20;
/** What may be under way to us, of an answer and of all answers: the protocol's own 64 KiB are a round trip each. */
const STREAM_WINDOW = 1024 * 1024;
const SESSION_WINDOW = 8 * STREAM_WINDOW;
/** How long a peer that reads no more may hold up our last words. */
const CLOSE_WITHIN_MS = 1_000;

/** One HTTP/2 session: many calls at once over one connection. */
export class Http2Session {
  readonly #pulse: SessionPulse;
  #inFlight = 0;
  #idleBeats = 0;
  #lastStreamId: number | undefined;
  #failure: Error | undefined;
  #onFailure: (failure: Error) => void = () => undefined;

  private constructor(
    private readonly session: ClientHttp2Session,
    private readonly socket: TLSSocket,
    private readonly options: Http2SessionOptions,
  ) {
    const { timers, onStreamLimit } = options;
    const pulse = { timers, everyMs: PING_EVERY_MS, answerWithinMs: PING_ANSWER_WITHIN_MS };
    this.#pulse = new SessionPulse(session, pulse, (isAlive) => this.#beaten(isAlive));
    session.on('remoteSettings', ({ maxConcurrentStreams }) => onStreamLimit(maxConcurrentStreams ?? Infinity));
    session.on('goaway', (_code, lastStreamId) => (this.#lastStreamId = lastStreamId));
    session.on('connect', () => session.setLocalWindowSize(SESSION_WINDOW));
    // Each of its streams is told by its own end.
    session.on('error', (error: Error) => (this.#failure ??= asReset(error)));
    // Node tells a session of no TLS alert, which is how a server asks for a client certificate it did not get.
    socket.on('error', (error) => this.#fail(error));
    session.on('close', () => {
      this.#pulse.stop();
      options.onEnd(this);
    });
    session.unref();
  }

  /** Ready once the peer has said how many streams it bears. Rejects, and ends the socket, where it does not. */
  static async over(socket: TLSSocket, origin: string, options: Http2SessionOptions): Promise<Http2Session> {
    const raw = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
    });
    const session = new Http2Session(raw, socket, options);
    await session.#settled();
    return session;
  }

  /** Whether a new call may go over it: not after a GOAWAY; while it is doubted, known after the answer to a ping. */
  async isUsable(): Promise<boolean> {
    return !this.session.closed && !this.session.destroyed && (await this.#pulse.isAlive());
  }

  /** Throws `UnprocessedFailure` where the peer did not look at the request. */
  async exchange(request: WireRequest): Promise<WireAnswer> {
    this.#begin();
    try {
      return await exchangeOn(this.session, request, () => ({
        lastStreamId: this.#lastStreamId,
        failure: this.#failure,
      }));
    } catch (error) {
      if (request.signal.aborted) this.#pulse.doubt();
      throw error;
    } finally {
      this.#end();
    }
  }

  /** Says GOAWAY, rejects what is in flight, and ends the connection. */
  close(): Promise<void> {
    const { session } = this;
    if (session.destroyed) return Promise.resolve();
    this.#failure ??= new WireFailure('the connection was closed', 'ECLOSED');
    return new Promise((resolve) => {
      const cancel = this.options.timers.after(CLOSE_WITHIN_MS, () => {
        this.socket.destroy();
        resolve();
      });
      session.once('close', () => {
        cancel();
        resolve();
      });
      session.destroy();
    });
  }

  #begin(): void {
    this.#idleBeats = 0;
    this.#inFlight += 1;
    this.session.ref();
  }

  #end(): void {
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.session.unref();
  }

  #beaten(isAlive: boolean): void {
    if (!isAlive) return this.#fail(new WireFailure('the session does not answer pings', 'EH2SILENT'));
    this.#idleBeats = this.#inFlight > 0 ? 0 : this.#idleBeats + 1;
    if (this.#idleBeats >= IDLE_BEATS) this.session.close();
  }

  #settled(): Promise<void> {
    const { session, options } = this;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => this.#fail(options.signal.reason);
      const late = (): void => this.#fail(new WireFailure('no SETTINGS came', 'EH2SILENT'));
      const cancel = options.timers.after(options.settingsWithinMs, late);
      const over = (settle: () => void): void => {
        cancel();
        options.signal.removeEventListener('abort', onAbort);
        settle();
      };
      options.signal.addEventListener('abort', onAbort, { once: true });
      session.once('remoteSettings', () => over(resolve));
      session.once('close', () => this.#fail(new WireFailure('the session ended at once', 'EH2RESET')));
      this.#onFailure = (failure) => over(() => reject(failure));
    });
  }

  /** The session's own `close` may never come where TLS itself failed, so nothing here waits for it. */
  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.session.destroy();
    this.socket.destroy();
    this.#onFailure(this.#failure);
  }
}

/** Errors of the protocol are the peer's breaking off; those of the socket have codes of their own. */
function asReset(error: Error): Error {
  const isProtocol = 'code' in error && String(error.code).startsWith('ERR_HTTP2');
  return isProtocol ? new WireFailure('the peer ended the session', 'EH2RESET') : error;
}
