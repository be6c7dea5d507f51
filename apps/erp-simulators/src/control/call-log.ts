/** One vendor call since the last reset. Status 0 means that no answer was completed. */
export interface LoggedCall {
  /** When it came in. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly violation?: string;
}

const MOST_KEPT = 50_000;

export class CallLog {
  private calls: LoggedCall[] = [];
  private total = 0;

  add(call: LoggedCall): void {
    this.total += 1;
    this.calls.push(call);
    if (this.calls.length > MOST_KEPT) this.calls = this.calls.slice(-MOST_KEPT / 2);
  }

  get count(): number {
    return this.total;
  }

  list(): readonly LoggedCall[] {
    return this.calls;
  }

  violations(): readonly LoggedCall[] {
    return this.calls.filter((call) => call.violation !== undefined);
  }

  clear(): void {
    this.calls = [];
    this.total = 0;
  }
}
