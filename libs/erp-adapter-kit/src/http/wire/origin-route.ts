import { raceSignal } from '../signals';
import { CallLine } from './call-line';
import { type Connector, openSocket, speaksHttp2, startingWith } from './connector';
import { Http1Pool } from './http1-pool';
import { Http2Session } from './http2-session';
import type { Timers } from './timers';
import type { WireAnswer, WireRequest } from './wire';
import { UnprocessedFailure, WireFailure } from './wire-failure';

export interface OriginRouteOptions {
  readonly connector: Connector;
  /** HTTP/2 is spoken where it is offered, unless it is off. */
  readonly http2?: 'off' | undefined;
  /** Calls in flight at once, whatever is spoken. */
  readonly maxCalls: number;
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly timers: Timers;
}

/**
 * The way to one origin. The first TLS handshake decides what is spoken: HTTP/2 over one session for all calls, or
 * HTTP/1.1 over a pool; whoever comes meanwhile waits for that one connection instead of opening another.
 */
export class OriginRoute {
  readonly #line: CallLine;
  #http1: Http1Pool | undefined;
  #session: Promise<Http2Session | undefined> | undefined;
  /** Those that are replaced, and finish what they began, too. */
  readonly #sessions = new Set<Http2Session>();
  readonly #closing = new AbortController();

  constructor(
    private readonly url: URL,
    private readonly options: OriginRouteOptions,
  ) {
    this.#line = new CallLine(options.maxCalls);
    if (url.protocol === 'http:') this.#speakHttp1();
  }

  async prime(): Promise<void> {
    await this.#ready();
  }

  async exchange(request: WireRequest): Promise<WireAnswer> {
    // Before the line, because only an open session says how many calls it bears.
    if (this.#http1 === undefined) await raceSignal(this.#ready(), request.signal);
    const leave = await this.#line.enter(request.signal, request.turn);
    try {
      return await this.#attempt(request);
    } catch (error) {
      // What the peer did not look at may be sent once more, and by RFC 9113 (section 8.7) only once.
      if (!(error instanceof UnprocessedFailure) || request.signal.aborted) throw error;
      if (error.demandsHttp1) this.#speakHttp1();
      return await this.#attempt(request);
    } finally {
      leave();
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new WireFailure('the connection was closed', 'ECLOSED'));
    await Promise.allSettled([this.#session]);
    await Promise.all([this.#http1?.close(), ...[...this.#sessions].map((session) => session.close())]);
  }

  async #attempt(request: WireRequest): Promise<WireAnswer> {
    if (this.#http1 !== undefined) return this.#http1.exchange(request);
    const session = await raceSignal(this.#ready(), request.signal);
    return session === undefined ? this.#overHttp1().exchange(request) : session.exchange(request);
  }

  /** The session to use, opened anew where the last one ended; `undefined` where HTTP/1.1 is spoken. */
  async #ready(): Promise<Http2Session | undefined> {
    this.#closing.signal.throwIfAborted();
    if (this.#http1 !== undefined) return undefined;
    const current = this.#session;
    if (current !== undefined) {
      const session = await current;
      if (session === undefined || (await session.isUsable())) return session;
      // Others may have found the same, and opened a new one meanwhile.
      if (this.#session === current) this.#session = undefined;
      return this.#ready();
    }
    return this.#openOnce();
  }

  async #openOnce(): Promise<Http2Session | undefined> {
    const opening = this.#open();
    this.#session = opening;
    try {
      return await opening;
    } catch (error) {
      if (this.#session === opening) this.#session = undefined;
      throw error;
    }
  }

  async #open(): Promise<Http2Session | undefined> {
    const { connector, http2, timers, connectTimeoutMs, maxCalls } = this.options;
    const { signal } = this.#closing;
    const connect = http2 === 'off' ? connector.offeringHttp1 : connector.offeringBoth;
    const socket = await openSocket(connect, this.url, signal);
    if (!speaksHttp2(socket)) {
      this.#speakHttp1(startingWith(socket, connector.offeringHttp1));
      return undefined;
    }
    const session = await Http2Session.over(socket, this.url.origin, {
      timers,
      signal,
      settingsWithinMs: connectTimeoutMs,
      onStreamLimit: (limit) => this.#line.resize(Math.min(limit, maxCalls)),
      onEnd: (ended) => this.#sessions.delete(ended),
    });
    this.#sessions.add(session);
    return session;
  }

  #speakHttp1(connect = this.options.connector.offeringHttp1): void {
    const { maxCalls, timeoutMs } = this.options;
    this.#http1 ??= new Http1Pool(this.url.origin, { connections: maxCalls, timeoutMs, connect });
    this.#line.resize(maxCalls);
  }

  #overHttp1(): Http1Pool {
    this.#speakHttp1();
    if (this.#http1 === undefined) throw new WireFailure('nothing is spoken', 'ECLOSED');
    return this.#http1;
  }
}
