import type { Clock } from '@headwater/kernel';
import { SignJWT } from 'jose';
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { NetsuiteTokenDesk } from './netsuite-token-desk';
import type { Scope } from './scopes';

const newKeyPair = promisify(generateKeyPair);

export interface TokenGrant {
  readonly clientId: string;
  /** `role;entity`. */
  readonly subject: string;
  readonly scopes: readonly Scope[];
}

interface Session {
  readonly id: string;
  readonly scopes: readonly Scope[];
}

/** Access tokens are PS256 tokens of NetSuite's own; the desk decides which are good. */
export class AccessTokens {
  private readonly sessions = new Map<string, Session>();
  private signingKey: Promise<KeyObject> | undefined;

  constructor(
    private readonly desk: NetsuiteTokenDesk,
    private readonly clock: Clock,
    private readonly accountId: string,
  ) {}

  /** Undefined while credentials are refused. */
  async issue({ clientId, subject, scopes }: TokenGrant): Promise<string | undefined> {
    const id = this.desk.issue();
    if (id === undefined) return undefined;
    const issuedAt = Math.floor(this.clock.now() / 1000);
    const token = await new SignJWT({ scope: [...scopes] })
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', kid: `${this.accountId}.1` })
      .setIssuer('https://system.netsuite.com')
      .setSubject(subject)
      .setAudience(`2;${this.accountId},${clientId}`)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.desk.lifetimeS)
      .setJti(id)
      .sign(await this.key());
    this.sessions.set(token, { id, scopes });
    return token;
  }

  /** What a bearer may do; undefined for a token that is unknown, over or taken back. */
  scopesOf(token: string): readonly Scope[] | undefined {
    const session = this.sessions.get(token);
    return session !== undefined && this.desk.accepts(`Bearer ${session.id}`) ? session.scopes : undefined;
  }

  private key(): Promise<KeyObject> {
    this.signingKey ??= newKeyPair('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
    return this.signingKey;
  }
}
