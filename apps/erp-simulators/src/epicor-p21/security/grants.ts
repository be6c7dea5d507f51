import type { TokenDesk } from '../../token-desk';
import type { P21Options } from '../options';
import type { ConsumerKey, P21User } from '../credentials';

/** What a token may do; fixed when it is issued. */
export interface Grant {
  readonly holder: 'user' | 'consumer-key';
  readonly rest: 'allowed' | 'denied';
  /** "Allow OData API Service" of a user; a key has it with its first table. */
  readonly odata: 'allowed' | 'denied';
  /** Undefined for every table and view. */
  readonly tables: ReadonlySet<string> | undefined;
}

/** Tokens and what each may do. A new scope works only with a new token: the old one keeps what was baked into it. */
export class Grants {
  private readonly byToken = new Map<string, Grant>();

  constructor(
    private readonly tokens: TokenDesk,
    private readonly options: P21Options,
  ) {}

  /** Undefined while credentials are refused. */
  issue(grant: Grant): string | undefined {
    const { tokenLifetimeS, consumerKeyLifetimeS } = this.options;
    const token = this.tokens.issue(grant.holder === 'user' ? tokenLifetimeS : consumerKeyLifetimeS);
    if (token !== undefined) this.byToken.set(token, grant);
    return token;
  }

  /** Undefined for a token that is missing, unknown or over. */
  of(authorization: string | undefined): Grant | undefined {
    if (!this.tokens.accepts(authorization)) return undefined;
    return this.byToken.get((authorization ?? '').replace(/^Bearer /i, ''));
  }
}

export function grantOfUser({ odata, tables }: P21User): Grant {
  return { holder: 'user', rest: 'allowed', odata, tables: tables === undefined ? undefined : new Set(tables) };
}

/** `/api;/uiserver0;/odata:tableA,tableB`. */
export function grantOfKey({ scope }: ConsumerKey): Grant {
  const parts = scope.split(';').map((part) => part.trim());
  const tables = parts.flatMap((part) => (part.startsWith('/odata:') ? part.slice('/odata:'.length).split(',') : []));
  return {
    holder: 'consumer-key',
    rest: parts.includes('/api') ? 'allowed' : 'denied',
    odata: tables.length > 0 ? 'allowed' : 'denied',
    tables: new Set(tables.map((table) => table.trim())),
  };
}
