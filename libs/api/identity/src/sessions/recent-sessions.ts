import type { SignedInUser } from '@headwater/api/edge';
import type { Clock } from '@headwater/kernel';

/** Roles taken away, or a session ended by another process, hold on for this long at most. */
export const REMEMBERED_MS = 2_000;
const MAX_REMEMBERED = 10_000;

interface Remembered {
  readonly user: Promise<SignedInUser | undefined>;
  /** Set once the promise has come true. */
  known?: SignedInUser | undefined;
  readonly until: number;
}

/** Spares the database the same question for every one of the dozen requests an opening page makes. */
export class RecentSessions {
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly clock: Clock) {}

  userOf(token: string, load: (token: string) => Promise<SignedInUser | undefined>): Promise<SignedInUser | undefined> {
    const now = this.clock.monotonic();
    const known = this.remembered.get(token);
    if (known !== undefined && now < known.until) return known.user;
    const user = load(token);
    this.forgetOldest();
    this.remembered.delete(token);
    const remembered: Remembered = { user, until: now + REMEMBERED_MS };
    this.remembered.set(token, remembered);
    void user.then(
      (found) => (remembered.known = found),
      // A failure is not an answer: the next request asks again.
      () => this.forget(token),
    );
    return user;
  }

  /** Who that is, where somebody asked a moment ago and got the answer. */
  known(token: string): SignedInUser | undefined {
    const remembered = this.remembered.get(token);
    return remembered !== undefined && this.clock.monotonic() < remembered.until ? remembered.known : undefined;
  }

  forget(token: string): void {
    this.remembered.delete(token);
  }

  private forgetOldest(): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MAX_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }
}
