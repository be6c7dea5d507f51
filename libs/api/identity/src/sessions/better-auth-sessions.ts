import { Sessions, type SignedInUser } from '@headwater/api/edge';
import { abilityFor, rulesOfRoles, UserRoleRepository } from '@headwater/configuration';
import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { AUTH, type Auth } from '../auth';
import { RecentSessions } from './recent-sessions';
import { cookieHeaders, sessionTokenOf } from './session-token';

@Injectable()
export class BetterAuthSessions extends Sessions {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly roles: UserRoleRepository,
    private readonly recentSessions: RecentSessions,
  ) {
    super();
  }

  async userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined> {
    const token = sessionTokenOf(headers);
    if (token === undefined) return undefined;
    return this.recentSessions.userOf(token, (asked) => this.load(asked));
  }

  override recent(headers: IncomingHttpHeaders): SignedInUser | undefined {
    const token = sessionTokenOf(headers);
    return token === undefined ? undefined : this.recentSessions.known(token);
  }

  private async load(token: string): Promise<SignedInUser | undefined> {
    const found = await this.auth.api.getSession({ headers: cookieHeaders(token) });
    if (found === null) return undefined;
    const { id, email, name } = found.user;
    return this.signedIn({ id, email, name });
  }

  /** Someone whose identity is proven, with what their roles allow. */
  async signedIn(user: Pick<SignedInUser, 'id' | 'email' | 'name'>): Promise<SignedInUser> {
    const roles = await this.roles.rolesOf(user.id);
    const rules = rulesOfRoles(roles, user.id);
    return { ...user, roles, rules, ability: abilityFor(rules) };
  }
}
