import type { SignedInUser } from '@headwater/api/edge';
import type { SignInBody } from '@headwater/configuration';
import { DomainError } from '@headwater/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import { AUTH, type Auth } from '../auth';
import { BetterAuthSessions } from '../sessions/better-auth-sessions';
import { SignInAttempts } from './sign-in-attempts';

export interface OpenedSession {
  readonly user: SignedInUser;
  /** Carries the cookies to set. */
  readonly headers: Headers;
}

/** Proves who someone is by their password. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly sessions: BetterAuthSessions,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Throws `DomainError` `unauthorized`, the same for an unknown address as for a wrong password. */
  async open({ email, password }: SignInBody, ip: string): Promise<OpenedSession> {
    this.attempts.begin({ email, ip });
    const { response, headers } = await this.verified({ email: email.trim(), password });
    this.attempts.succeeded({ email, ip });
    const { id, email: address, name } = response.user;
    return { user: await this.sessions.signedIn({ id, email: address, name }), headers };
  }

  private async verified(body: SignInBody) {
    try {
      return await this.auth.api.signInEmail({ body, returnHeaders: true });
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) {
        throw new DomainError('unauthorized', 'The e-mail address or the password is wrong.');
      }
      throw error;
    }
  }
}
