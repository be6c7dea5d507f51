import type { VendorRequest } from '../../simulator';
import type { TokenDesk } from '../../token-desk';
import type { Address } from '../address';
import type { BcOptions } from '../options';
import { invalidCredentials, noRoute, tenantUnavailable } from '../refusals';
import { same, type Grants } from './grants';
import type { Principal } from './principal';

/** Who may ask Business Central, by token or, on premises, by a web service access key. */
export class Doorkeeper {
  /** An access key does not expire, but faults that refuse every sign-in refuse it too. */
  private keyToken: string | undefined;

  constructor(
    private readonly tokens: TokenDesk,
    private readonly grants: Grants,
    private readonly options: BcOptions,
  ) {}

  /** Throws the vendor's refusal. The address is looked at after the caller: strangers learn nothing of tenants. */
  admit({ headers }: VendorRequest, address: Address): Principal {
    if (address.hosting === 'on-premises' && this.options.onPremises === 'absent') throw noRoute();
    const authorization = headers['authorization'];
    const principal = address.hosting === 'on-premises' ? this.byAccessKey(authorization) : this.byToken(authorization);
    this.checkPlace(address, principal);
    return principal;
  }

  private byToken(authorization: string | undefined): Principal {
    const grant = this.grants.of(authorization);
    if (grant === undefined || !this.tokens.accepts(authorization)) throw invalidCredentials();
    if (grant.audience !== this.options.audience) throw invalidCredentials();
    if (grant.principal.kind === 'application' && this.options.application !== 'enabled') throw invalidCredentials();
    return grant.principal;
  }

  private byAccessKey(authorization: string | undefined): Principal {
    const { userName, webServiceAccessKey } = this.options.credentials;
    const pair = Buffer.from(/^Basic (.+)$/i.exec(authorization ?? '')?.[1] ?? '', 'base64').toString('utf8');
    if (!same(pair, `${userName}:${webServiceAccessKey}`) || !this.signInsWork()) throw invalidCredentials();
    return { kind: 'user', name: userName };
  }

  private signInsWork(): boolean {
    const accepted = (): boolean => this.tokens.accepts(`Bearer ${this.keyToken ?? ''}`);
    if (!accepted()) this.keyToken = this.tokens.issue();
    return accepted();
  }

  private checkPlace({ hosting, tenant, environment }: Address, { kind }: Principal): void {
    if (hosting === 'on-premises') return;
    const { credentials, tenantLeftOut } = this.options;
    const known = [credentials.tenantId, credentials.tenantDomain];
    const named =
      tenant === undefined ? kind === 'user' || tenantLeftOut === 'by-all' : known.includes(tenant.toLowerCase());
    if (!named) throw tenantUnavailable(tenant ?? '');
    if (environment?.toLowerCase() !== this.options.environment.toLowerCase())
      throw tenantUnavailable(environment ?? '');
  }
}
