import { Logger } from '@nestjs/common';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { hkdfSync } from 'node:crypto';

export type AuthDatabase = NonNullable<BetterAuthOptions['database']>;

export interface AuthOptions {
  /** The connection pool; the tables are made by our own migrations. */
  readonly database: AuthDatabase;
  /** Signs session cookies; at least 32 characters. */
  readonly secretKey: string;
}

/** How long a sign-in lasts. */
const SESSION_SECONDS = 7 * 24 * 60 * 60;

/**
 * better-auth as a library: passwords, sessions and cookies. Its own routes are not served, so nothing of it can be
 * reached but what our controllers call; registration is off all the same.
 */
export function createAuth({ database, secretKey }: AuthOptions) {
  return betterAuth({
    database,
    secret: cookieSecret(secretKey),
    // Only for links in e-mails, of which there are none; cookies are made for the host that asks.
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => new Logger('Identity').error(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: { modelName: 'app_user', fields: { emailVerified: 'email_verified', ...TIMES } },
    session: {
      modelName: 'auth_session',
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
        ...TIMES,
      },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    account: { modelName: 'auth_account', fields: { ...ACCOUNT_FIELDS, ...TIMES } },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...TIMES } },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'headwater',
      // `Secure` is added for each request that came by https, see `sessionCookies`.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Injection token of better-auth. */
export const AUTH = Symbol('AUTH');

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const ACCOUNT_FIELDS = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const;

/** A key of its own, so that one use of the secret key tells nothing about another. */
function cookieSecret(secretKey: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'headwater/session-cookies', 32)).toString('base64');
}
