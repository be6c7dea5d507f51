import type { Clock } from '@headwater/kernel';
import { randomBytes } from 'node:crypto';

/** `expired`: tokens out there are refused, new ones work. `always`: new ones are refused too. `credentials`: none is issued. */
export type TokenFault = 'none' | 'expired' | 'always' | 'credentials';

export interface TokenCalls {
  readonly issued: number;
  readonly refused: number;
  readonly revoked: number;
}

/** Issues bearer tokens, knows which are good, and counts. */
export class TokenDesk {
  private readonly expiryByToken = new Map<string, number>();
  private fault: TokenFault = 'none';
  private counts = { issued: 0, refused: 0, revoked: 0 };

  constructor(
    private readonly clock: Clock,
    readonly lifetimeS: number,
  ) {}

  get calls(): TokenCalls {
    return { ...this.counts };
  }

  /** Undefined while credentials are refused. An ERP whose tokens do not all live equally long says how long this one does. */
  issue(lifetimeS: number = this.lifetimeS): string | undefined {
    if (this.fault === 'credentials') return undefined;
    this.counts.issued += 1;
    const token = randomBytes(24).toString('base64url');
    this.expiryByToken.set(token, this.clock.now() + lifetimeS * 1000);
    return token;
  }

  refuse(): void {
    this.counts.refused += 1;
  }

  revoke(token: string): void {
    this.counts.revoked += 1;
    this.expiryByToken.delete(token);
  }

  accepts(authorization: string | undefined): boolean {
    if (this.fault === 'always' || this.fault === 'credentials') return false;
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    const expiry = token === undefined ? undefined : this.expiryByToken.get(token);
    return expiry !== undefined && expiry > this.clock.now();
  }

  setFault(fault: TokenFault): void {
    this.fault = fault;
    if (fault !== 'none') this.expiryByToken.clear();
  }

  resetCalls(): void {
    this.counts = { issued: 0, refused: 0, revoked: 0 };
  }
}
