/** A few requests of one user at a time; a limited number of others wait for their turn, first come, first served. */
export class UserQueue {
  private running = 0;
  private waiting: ((turn: boolean) => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** Resolves to false for one that waited too long; undefined where nobody more may wait. */
  enter(patienceMs: number): Promise<boolean> | undefined {
    if (this.running < this.most) {
      this.running += 1;
      return Promise.resolve(true);
    }
    if (this.waiting.length >= this.mostWaiting) return undefined;
    return new Promise((resolve) => {
      const called = (turn: boolean): void => {
        clearTimeout(timer);
        resolve(turn);
      };
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== called);
        resolve(false);
      }, patienceMs).unref();
      this.waiting.push(called);
    });
  }

  /** Hands the place on, or frees it. */
  leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next(true);
  }
}
