/** What one process holds at each account, and what it gave back while Redis could not be told. */
export class HeldLeases {
  readonly #held = new Map<string, Set<string>>();
  readonly #aside = new Map<string, Set<string>>();

  countOf(account: string): number {
    return this.#held.get(account)?.size ?? 0;
  }

  add(account: string, lease: string): void {
    put(this.#held, account, lease);
  }

  remove(account: string, lease: string): void {
    take(this.#held, account, lease);
  }

  setAside(account: string, lease: string): void {
    take(this.#held, account, lease);
    put(this.#aside, account, lease);
  }

  /** A lease that Redis still counts as this process' own. */
  reuse(account: string): string | undefined {
    const [lease] = this.#aside.get(account) ?? [];
    if (lease !== undefined) take(this.#aside, account, lease);
    return lease;
  }

  all(): readonly (readonly [account: string, leases: readonly string[]])[] {
    return [...this.#held].map(([account, leases]) => [account, [...leases]]);
  }

  takeAside(): readonly (readonly [account: string, leases: readonly string[]])[] {
    const aside = [...this.#aside].map(([account, leases]) => [account, [...leases]] as const);
    this.#aside.clear();
    return aside;
  }
}

function put(leases: Map<string, Set<string>>, account: string, lease: string): void {
  const of = leases.get(account) ?? new Set();
  leases.set(account, of.add(lease));
}

function take(leases: Map<string, Set<string>>, account: string, lease: string): void {
  const of = leases.get(account);
  of?.delete(lease);
  if (of?.size === 0) leases.delete(account);
}
