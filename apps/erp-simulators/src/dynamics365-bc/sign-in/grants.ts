import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TokenDesk } from '../../token-desk';
import type { Principal } from './principal';

interface Grant {
  readonly principal: Principal;
  /** What the token is for; BC takes only its own. */
  readonly audience: string;
}

interface Consent extends Grant {
  readonly redirectUri: string;
  /** S256 of the verifier that has to come with the code; undefined where none was announced. */
  readonly challenge: string | undefined;
}

const MOST_KEPT = 5_000;

/** What Entra handed out, and to whom. */
export class Grants {
  private readonly byToken = new Map<string, Grant>();
  private readonly refreshTokens = new Map<string, Grant>();
  private readonly codes = new Map<string, Consent>();

  constructor(private readonly tokens: TokenDesk) {}

  /** Undefined while no tokens are issued. */
  issue(grant: Grant): string | undefined {
    const token = this.tokens.issue();
    if (token !== undefined) keep(this.byToken, token, grant);
    return token;
  }

  /** The grant behind a bearer token, good or not. */
  of(authorization: string | undefined): Grant | undefined {
    return this.byToken.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
  }

  issueRefreshToken(grant: Grant): string {
    return keep(this.refreshTokens, randomBytes(32).toString('base64url'), grant);
  }

  refreshed(token: string): Grant | undefined {
    return this.refreshTokens.get(token);
  }

  issueCode(consent: Consent): string {
    return keep(this.codes, randomBytes(24).toString('base64url'), consent);
  }

  /** A code is good once, for the redirect it was made for, with the verifier of its challenge. */
  redeem(code: string, redirectUri: string, verifier: string): Grant | undefined {
    const consent = this.codes.get(code);
    this.codes.delete(code);
    if (consent === undefined || consent.redirectUri !== redirectUri) return undefined;
    const { challenge } = consent;
    return challenge === undefined || same(challengeOf(verifier), challenge) ? consent : undefined;
  }
}

function keep<T>(map: Map<string, T>, key: string, value: T): string {
  const [oldest] = map.keys();
  if (map.size >= MOST_KEPT && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
  return key;
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export function same(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
