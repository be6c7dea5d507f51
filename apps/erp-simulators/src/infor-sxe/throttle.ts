import type { Clock } from '@headwater/kernel';

/** A sliding second of calls, as the gateway's throttling policy counts them. */
export class Throttle {
  private calls: number[] = [];

  /** `perSecond` 0 lets everything through. */
  constructor(
    private readonly perSecond: number,
    private readonly clock: Clock,
  ) {}

  admits(): boolean {
    if (this.perSecond === 0) return true;
    const now = this.clock.monotonic();
    this.calls = this.calls.filter((at) => now - at < 1000);
    if (this.calls.length >= this.perSecond) return false;
    this.calls.push(now);
    return true;
  }
}
