import type { Clock } from '@headwater/kernel';
import type { VendorRequest } from '../../simulator';
import type { AccessOptions } from '../options/access-options';
import type { AccessTokens } from './access-tokens';
import type { NetsuiteTokenDesk } from './netsuite-token-desk';
import { oauthParameters } from './oauth1-header';
import type { Scope } from './scopes';
import { TokenBasedDesk } from './token-based';

export type LoginKind = 'bearer' | 'token-based';

/** How a caller signed in, and what that allows. */
export interface Login {
  readonly kind: LoginKind;
  readonly scopes: readonly Scope[];
}

/** Tells a bearer of an access token from the signer of a single call. */
export class Gatekeeper {
  private readonly tokenBased: TokenBasedDesk;

  constructor(
    access: AccessOptions,
    clock: Clock,
    private readonly desk: NetsuiteTokenDesk,
    private readonly tokens: AccessTokens,
  ) {
    this.tokenBased = new TokenBasedDesk(access, clock);
  }

  /** Undefined for whoever is refused, for whatever reason. */
  login(request: VendorRequest): Login | undefined {
    const { authorization } = request.headers;
    const bearer = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const scopes = this.tokens.scopesOf(bearer);
      return scopes === undefined ? undefined : { kind: 'bearer', scopes };
    }
    const parameters = oauthParameters(authorization);
    if (parameters === undefined || this.desk.refusesEveryone) return undefined;
    return this.tokenBased.accepts(request, parameters)
      ? { kind: 'token-based', scopes: ['rest_webservices', 'restlets'] }
      : undefined;
  }
}
