import type { Clock } from '@headwater/kernel';
import { randomBytes } from 'node:crypto';
import type { TokenDesk } from '../../token-desk';

export interface Session {
  readonly id: string;
  readonly user: string;
  /** What a changing call has to send back. */
  readonly csrfToken: string;
}

interface Kept {
  readonly session: Session;
  /** What the session stands on: its own id, or the bearer token it was opened with. */
  readonly proof: string;
  readonly usedAt: number;
}

const MOST_KEPT = 5_000;

/** Sessions by the value of their cookie. Every call without one opens another: that is what makes such calls dear. */
export class SessionDesk {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly clock: Clock,
    private readonly tokens: TokenDesk,
    private readonly idleS: number,
  ) {}

  /** Undefined for an unknown or idle one. Using it keeps it alive. */
  find(id: string | undefined): Session | undefined {
    const found = id === undefined ? undefined : this.kept.get(id);
    if (found === undefined) return undefined;
    const now = this.clock.now();
    const alive = now - found.usedAt <= this.idleS * 1000 && this.tokens.accepts(`Bearer ${found.proof}`);
    this.kept.delete(found.session.id);
    if (!alive) return undefined;
    this.kept.set(found.session.id, { ...found, usedAt: now });
    return found.session;
  }

  /** Undefined while credentials are refused. */
  openWithPassword(user: string): Session | undefined {
    const proof = this.tokens.issue();
    return proof !== undefined && this.tokens.accepts(`Bearer ${proof}`) ? this.open(user, proof) : undefined;
  }

  open(user: string, proof: string): Session {
    const session = { id: secret(), user, csrfToken: `${secret()}==` };
    this.kept.set(session.id, { session, proof, usedAt: this.clock.now() });
    if (this.kept.size > MOST_KEPT) this.forgetOldest();
    return session;
  }

  /** Those used last stand last. */
  private forgetOldest(): void {
    for (const [id] of [...this.kept].slice(0, MOST_KEPT / 2)) this.kept.delete(id);
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
