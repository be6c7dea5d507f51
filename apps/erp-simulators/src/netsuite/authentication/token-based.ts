import type { Clock } from '@headwater/kernel';
import { timingSafeEqual } from 'node:crypto';
import type { VendorRequest } from '../../simulator';
import { originOf } from '../account';
import type { AccessOptions } from '../options/access-options';
import { DEMO_TOKEN_BASED } from './demo-secrets';
import { baseString, hmacSha256 } from './oauth1-signature';

/** OAuth 1.0a with a token of one user: believed only if every part of the header is right, and only once. */
export class TokenBasedDesk {
  private readonly usedUntil = new Map<string, number>();

  constructor(
    private readonly access: AccessOptions,
    private readonly clock: Clock,
  ) {}

  accepts(request: VendorRequest, parameters: ReadonlyMap<string, string>): boolean {
    return (
      this.access.tokenBased === 'on' &&
      isForThis(parameters, this.access.accountId) &&
      this.isTimely(parameters.get('oauth_timestamp') ?? '') &&
      isSigned(request, parameters) &&
      this.isFirstUse(parameters)
    );
  }

  private isTimely(timestamp: string): boolean {
    return /^\d+$/.test(timestamp) && Math.abs(this.clock.now() / 1000 - Number(timestamp)) <= this.access.clockWindowS;
  }

  /** Remembered for as long as its timestamp would be taken. */
  private isFirstUse(parameters: ReadonlyMap<string, string>): boolean {
    const now = this.clock.now();
    const nonce = parameters.get('oauth_nonce') ?? '';
    const key = `${parameters.get('oauth_timestamp') ?? ''} ${nonce}`;
    if (!/^[A-Za-z0-9]{6,64}$/.test(nonce) || this.usedUntil.has(key)) return false;
    for (const [used, until] of this.usedUntil) if (until < now) this.usedUntil.delete(used);
    this.usedUntil.set(key, now + 2 * this.access.clockWindowS * 1000);
    return true;
  }
}

function isForThis(parameters: ReadonlyMap<string, string>, realm: string): boolean {
  const expected: Readonly<Record<string, string>> = {
    realm,
    oauth_consumer_key: DEMO_TOKEN_BASED.consumerKey,
    oauth_token: DEMO_TOKEN_BASED.token,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_version: '1.0',
  };
  return Object.entries(expected).every(([name, value]) => parameters.get(name) === value);
}

function isSigned(request: VendorRequest, parameters: ReadonlyMap<string, string>): boolean {
  const { method, rawPath, query } = request;
  const text = baseString({ method, url: `${originOf(request)}${rawPath}`, query, parameters });
  const wanted = Buffer.from(hmacSha256(text, DEMO_TOKEN_BASED.consumerSecret, DEMO_TOKEN_BASED.tokenSecret));
  const given = Buffer.from(parameters.get('oauth_signature') ?? '');
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
