import type { Clock } from '@headwater/kernel';
import { setTimeout as wait } from 'node:timers/promises';
import type { BcLimits, BcOptions } from '../options';
import { gatewayTimeout, operationTimeout, tooManyRequests, waitedTooLong } from './limit-refusals';
import { SlidingWindow } from './sliding-window';
import { UserQueue } from './user-queue';

/** The limits of each user: how many requests at a time, how many in five minutes, how long. */
export class Governor {
  private readonly windows = new Map<string, SlidingWindow>();
  private readonly queues = new Map<string, UserQueue>();

  constructor(
    private readonly clock: Clock,
    private readonly options: Pick<BcOptions, 'limits' | 'processingMs'>,
  ) {}

  /** Throws the vendor's refusal in the place of an answer. */
  async govern<T>(user: string, work: () => Promise<T>): Promise<T> {
    const { limits } = this.options;
    if (!this.windowOf(user).admits(this.clock.monotonic())) throw tooManyRequests();
    const queue = this.queueOf(user);
    const turn = queue.enter(limits.queueWaitMs);
    if (turn === undefined) throw tooManyRequests();
    if (!(await turn)) throw waitedTooLong();
    try {
      await this.process(limits);
      return await work();
    } finally {
      queue.leave();
    }
  }

  private async process({ operationMs, hardMs }: BcLimits): Promise<void> {
    const { processingMs } = this.options;
    if (processingMs === 0) return;
    await wait(Math.min(processingMs, operationMs, hardMs), undefined, { ref: false });
    if (processingMs > hardMs && hardMs < operationMs) throw gatewayTimeout();
    if (processingMs > operationMs) throw operationTimeout();
  }

  private windowOf(user: string): SlidingWindow {
    const { requestsPerWindow, windowMs } = this.options.limits;
    return known(this.windows, user, () => new SlidingWindow(requestsPerWindow, windowMs));
  }

  private queueOf(user: string): UserQueue {
    const { concurrent, queued } = this.options.limits;
    return known(this.queues, user, () => new UserQueue(concurrent, queued));
  }
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
