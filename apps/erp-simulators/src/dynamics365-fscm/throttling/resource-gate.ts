import type { Clock } from '@headwater/kernel';
import type { FscmOptions, ResourceLimit } from '../options';
import { SlidingWindow } from './sliding-window';
import type { Refusal } from './web-server';

/** Part of the capacity at which a priority is turned away: the low ones make room for the high ones. */
const SHARES: Readonly<Record<ResourceLimit['priority'], number>> = { Low: 0.5, Medium: 0.75, High: 1 };
const LONGEST_WAIT_S = 300;

/** Turns calls away while the environment as a whole is busy. Who does not wait has to wait longer. */
export class ResourceGate {
  private readonly load: SlidingWindow;
  private waitS = 0;
  private closedUntil = 0;

  constructor(
    private readonly limit: FscmOptions['resourceLimit'],
    private readonly clock: Clock,
  ) {
    this.load = new SlidingWindow(limit === 'off' ? 1 : limit.windowS, clock);
  }

  enter(): Refusal | undefined {
    if (this.limit === 'off') return undefined;
    const now = this.clock.monotonic();
    const isBusy = this.load.total >= this.limit.requests * SHARES[this.limit.priority];
    if (!isBusy && now >= this.closedUntil) {
      this.waitS = 0;
      this.load.add(1);
      return undefined;
    }
    this.waitS = now < this.closedUntil ? Math.min(this.waitS * 2, LONGEST_WAIT_S) : this.limit.retryAfterS;
    this.closedUntil = now + this.waitS * 1000;
    return {
      message: 'This request could not be processed at this time due to system experiencing high resource utilization.',
      retryAfterS: this.waitS,
    };
  }
}
