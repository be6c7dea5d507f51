import type { Clock } from '@headwater/kernel';
import { setTimeout as wait } from 'node:timers/promises';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { Random } from '../../world/random';
import { frontEndAnswer } from '../odata/fault';
import type { FscmOptions, Range } from '../options';
import { kindOfWork, rowsIn } from './kind-of-work';
import { ResourceGate } from './resource-gate';
import { WebServer, type Refusal } from './web-server';

const COOKIE = 'ARRAffinity';

export interface FarmParts {
  readonly options: FscmOptions;
  readonly clock: Clock;
  readonly random: Random;
}

/** The web servers and the load balancer before them, which a cookie pins to one server. */
export class WebFarm {
  private readonly servers: readonly WebServer[];
  private readonly gate: ResourceGate;
  private next = 0;

  constructor(private readonly parts: FarmParts) {
    const { options, clock } = parts;
    this.servers = Array.from({ length: options.webServers }, (_, at) => new WebServer(at, options.userLimits, clock));
    this.gate = new ResourceGate(options.resourceLimit, clock);
  }

  /** Lets a call through to one server, or turns it away with 429. */
  async serve(request: VendorRequest, answer: () => VendorAnswer): Promise<VendorAnswer> {
    const pinned = this.pinned(request);
    const server = pinned ?? this.balanced();
    const refusal = this.gate.enter() ?? server.enter();
    const answered = refusal === undefined ? await this.work(server, request, answer) : this.refused(refusal);
    return pinned === undefined ? withCookie(answered, server.cookie) : answered;
  }

  private async work(server: WebServer, request: VendorRequest, answer: () => VendorAnswer): Promise<VendorAnswer> {
    const { clock } = this.parts;
    const started = clock.monotonic();
    try {
      await this.takeTime(server.wakes() ? 'cold' : 'warm', request);
      const answered = answer();
      await this.calculateTotals(request, answered);
      return answered;
    } finally {
      server.leave(clock.monotonic() - started);
    }
  }

  private async takeTime(state: 'cold' | 'warm', request: VendorRequest): Promise<void> {
    const { latency } = this.parts.options;
    if (latency === 'none') return;
    const start = state === 'cold' ? this.within(latency.coldStart) : 0;
    await workFor(start + this.within(latency[kindOfWork(request)]));
  }

  private async calculateTotals(request: VendorRequest, answer: VendorAnswer): Promise<void> {
    const { latency } = this.parts.options;
    if (latency === 'none') return;
    const rows = rowsIn(request, answer);
    if (rows > 0) await workFor(rows * this.within(latency.totalsPerRow));
  }

  private within([from, to]: Range): number {
    return this.parts.random.integer(from, to);
  }

  private pinned({ headers }: VendorRequest): WebServer | undefined {
    const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(headers['cookie'] ?? '')?.[1];
    return this.servers.find((server) => server.cookie === value);
  }

  private balanced(): WebServer {
    const server = this.servers[this.next % this.servers.length];
    if (server === undefined) throw new RangeError('there is no web server');
    this.next += 1;
    return server;
  }

  private refused({ message, retryAfterS }: Refusal): VendorAnswer {
    return {
      ...frontEndAnswer(429, message, this.parts.options),
      headers: { 'retry-after': String(retryAfterS) },
    };
  }
}

/** A call that is still worked on keeps no process alive. */
async function workFor(ms: number): Promise<void> {
  await wait(ms, undefined, { ref: false });
}

function withCookie(answer: VendorAnswer, value: string): VendorAnswer {
  return { ...answer, headers: { ...answer.headers, 'set-cookie': `${COOKIE}=${value}; Path=/; HttpOnly` } };
}
