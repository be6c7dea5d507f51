import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { ErpError } from '@headwater/erp-contracts';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import { ELAPSED_HEADER, errorOfReply, replySchema } from './protocol';
import { traceHeaders } from './trace-context';

/** Certificates by which two processes of a deployment know each other, in PEM. */
export interface LinkTls {
  /** Who signs the certificates of this deployment. */
  readonly ca: string;
  readonly certificate: string;
  readonly privateKey: string;
  /** The name in the gateway's certificate; whatever address it is reached at. */
  readonly serverName: string;
}

export interface GatewayLinkOptions {
  /** Without a trailing slash. */
  readonly url: string;
  /** Absent only for http on this very machine. */
  readonly tls?: LinkTls | undefined;
}

export interface LinkAnswer {
  readonly value: unknown;
  /** Milliseconds of the round trip that the gateway itself did not need. */
  readonly transitMs: number;
}

/** The gateway could not be reached, or went away: it may be tried elsewhere. */
export class GatewayUnreachable extends ErpError {
  constructor(cause: unknown) {
    super('unavailable', 'The gateway to the ERPs does not answer.', { cause, retryAfterMs: 1_000 });
  }
}

const MOST_BYTES = 64 * 1024 * 1024;

/** One gateway process, as seen from another process. */
export class GatewayLink {
  readonly url: string;
  readonly #agent: HttpAgent;
  readonly #http: AxiosInstance;

  constructor({ url, tls }: GatewayLinkOptions) {
    this.url = url;
    this.#agent = agentOf(tls);
    this.#http = axios.create({
      baseURL: url,
      httpAgent: this.#agent,
      httpsAgent: this.#agent,
      maxRedirects: 0,
      proxy: false,
      maxContentLength: MOST_BYTES,
      maxBodyLength: MOST_BYTES,
      validateStatus: () => true,
      transitional: { silentJSONParsing: false, forcedJSONParsing: true, clarifyTimeoutError: true },
    });
  }

  /** Throws the gateway's own `ErpError`, `GatewayUnreachable`, or the signal's reason. */
  async ask(path: string, question: object | undefined, signal: AbortSignal): Promise<LinkAnswer> {
    const startedAt = performance.now();
    const answer = await this.#sent(path, question, signal);
    const reply = answer.status === 200 ? replySchema.safeParse(answer.data) : undefined;
    if (reply?.success !== true) throw new GatewayUnreachable(new Error(`status ${answer.status}`));
    if (!reply.data.ok) throw errorOfReply(reply.data.error);
    const elapsed = Number(answer.headers[ELAPSED_HEADER]);
    const spentMs = performance.now() - startedAt;
    return { value: reply.data.value, transitMs: Math.max(0, spentMs - (Number.isFinite(elapsed) ? elapsed : 0)) };
  }

  /** The body of a stream that never ends by itself. Throws `GatewayUnreachable`. */
  async open(path: string, signal: AbortSignal): Promise<Readable> {
    try {
      const answer = await this.#http.get<Readable>(path, { responseType: 'stream', signal });
      if (answer.status === 200) return answer.data;
      answer.data.destroy();
      throw new Error(`status ${answer.status}`);
    } catch (error) {
      throw new GatewayUnreachable(error);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #sent(path: string, question: object | undefined, signal: AbortSignal): Promise<AxiosResponse<unknown>> {
    const headers = traceHeaders();
    try {
      return question === undefined
        ? await this.#http.get(path, { signal, headers })
        : await this.#http.post(path, question, { signal, headers });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw new GatewayUnreachable(error);
    }
  }
}

function agentOf(tls: LinkTls | undefined): HttpAgent {
  const shared = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;
  if (tls === undefined) return new HttpAgent(shared);
  return new HttpsAgent({
    ...shared,
    ca: tls.ca,
    cert: tls.certificate,
    key: tls.privateKey,
    servername: tls.serverName,
    minVersion: 'TLSv1.3',
  });
}
