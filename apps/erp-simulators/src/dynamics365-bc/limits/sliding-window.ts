/** Counts what came within the last stretch of time. */
export class SlidingWindow {
  private times: number[] = [];
  private first = 0;

  constructor(
    private readonly most: number,
    private readonly lengthMs: number,
  ) {}

  admits(now: number): boolean {
    while ((this.times[this.first] ?? now) <= now - this.lengthMs) this.first += 1;
    if (this.first > this.most) {
      this.times = this.times.slice(this.first);
      this.first = 0;
    }
    if (this.times.length - this.first >= this.most) return false;
    this.times.push(now);
    return true;
  }
}
