import type { Clock } from '@headwater/kernel';
import { createHash } from 'node:crypto';
import type { FscmOptions, UserLimits } from '../options';
import { SlidingWindow } from './sliding-window';

/** Why a call is turned away, and for how long. */
export interface Refusal {
  readonly message: string;
  readonly retryAfterS: number;
}

/** One of the servers behind the load balancer. It alone counts the calls it gets: there is one user and one app here. */
export class WebServer {
  readonly cookie: string;
  private readonly requests: SlidingWindow;
  private readonly execution: SlidingWindow;
  private inFlight = 0;
  private isWarm = false;

  constructor(
    index: number,
    private readonly limits: FscmOptions['userLimits'],
    clock: Clock,
  ) {
    const windowS = limits === 'off' ? 1 : limits.windowS;
    this.cookie = createHash('sha256').update(`web server ${index}`).digest('hex');
    this.requests = new SlidingWindow(windowS, clock);
    this.execution = new SlidingWindow(windowS, clock);
  }

  /** True once: the first call wakes the application. */
  wakes(): boolean {
    const first = !this.isWarm;
    this.isWarm = true;
    return first;
  }

  /** Undefined where the call may come in; it is then in flight until it leaves. */
  enter(): Refusal | undefined {
    const refusal = this.limits === 'off' ? undefined : this.refusal(this.limits);
    if (refusal !== undefined) return refusal;
    this.inFlight += 1;
    if (this.limits !== 'off') this.requests.add(1);
    return undefined;
  }

  leave(ms: number): void {
    this.inFlight -= 1;
    if (this.limits !== 'off') this.execution.add(ms);
  }

  private refusal({ windowS, requests, executionS, concurrent }: UserLimits): Refusal | undefined {
    if (this.requests.total >= requests)
      return {
        message: `Number of requests exceeded the limit of ${requests} over the time window of ${windowS} seconds.`,
        retryAfterS: this.requests.waitS,
      };
    if (this.execution.total >= executionS * 1000)
      return {
        message: `Combined execution time of incoming requests exceeded limit of ${executionS} seconds over time window of ${windowS} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.`,
        retryAfterS: this.execution.waitS,
      };
    if (this.inFlight >= concurrent)
      return { message: `Number of concurrent requests exceeded the limit of ${concurrent}.`, retryAfterS: 1 };
    return undefined;
  }
}
