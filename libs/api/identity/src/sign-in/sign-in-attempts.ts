import { type Clock, RateLimitedError } from '@headwater/kernel';

const WINDOW_MS = 15 * 60_000;
/** Wrong passwords for one e-mail address from one place. */
export const MAX_ATTEMPTS_PER_PERSON = 10;
/** Wrong passwords for any address from one place; an office of many people shares one. */
export const MAX_ATTEMPTS_PER_PLACE = 100;
const MAX_REMEMBERED = 100_000;

interface Count {
  readonly since: number;
  readonly attempts: number;
}

export interface Attempt {
  readonly email: string;
  readonly ip: string;
}

/**
 * Slows down the guessing of passwords. An attempt counts before its password is checked, so that many at once get
 * no further than many in a row; the right password takes the count back. It is kept per place as well as per
 * person: counting by person alone would let anyone lock anyone out.
 */
export class SignInAttempts {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** Throws `RateLimitedError` where there were too many. */
  begin({ email, ip }: Attempt): void {
    this.refuseBeyond(personKey({ email, ip }), MAX_ATTEMPTS_PER_PERSON);
    this.refuseBeyond(placeKey(ip), MAX_ATTEMPTS_PER_PLACE);
    this.add(personKey({ email, ip }), 1);
    this.add(placeKey(ip), 1);
  }

  succeeded({ email, ip }: Attempt): void {
    this.counts.delete(personKey({ email, ip }));
    this.add(placeKey(ip), -1);
  }

  private refuseBeyond(key: string, limit: number): void {
    const count = this.current(key);
    if (count === undefined || count.attempts < limit) return;
    const remainingMs = count.since + WINDOW_MS - this.clock.monotonic();
    throw new RateLimitedError('Too many attempts to sign in. Try again later.', Math.ceil(remainingMs / 1_000));
  }

  private add(key: string, change: 1 | -1): void {
    const { since, attempts } = this.current(key) ?? { since: this.clock.monotonic(), attempts: 0 };
    this.counts.delete(key);
    const [oldest] = this.counts.keys();
    if (this.counts.size >= MAX_REMEMBERED && oldest !== undefined) this.counts.delete(oldest);
    this.counts.set(key, { since, attempts: Math.max(0, attempts + change) });
  }

  private current(key: string): Count | undefined {
    const count = this.counts.get(key);
    if (count === undefined || this.clock.monotonic() < count.since + WINDOW_MS) return count;
    this.counts.delete(key);
    return undefined;
  }
}

function personKey({ email, ip }: Attempt): string {
  return JSON.stringify([ip, email.trim().toLowerCase()]);
}

function placeKey(ip: string): string {
  return JSON.stringify([ip]);
}
