import type { VendorRequest } from '../../simulator';
import type { TokenDesk } from '../../token-desk';
import type { SapOptions } from '../options';
import { basicCredentials, same } from './basic';
import type { Session, SessionDesk } from './session-desk';

export interface LogonDeps {
  readonly options: SapOptions;
  readonly tokens: TokenDesk;
  readonly sessions: SessionDesk;
  /** Whom a bearer token was issued for. */
  readonly userOfToken: (token: string) => string | undefined;
}

export interface Logon {
  readonly session: Session;
  /** Set where the call opened the session. */
  readonly cookies: readonly string[];
  readonly violation?: string;
}

/**
 * A session cookie logs on without any credentials, and wins over them: whoever shares a cookie jar between users
 * acts as the other. Undefined where the logon fails.
 */
export function logOn(request: VendorRequest, deps: LogonDeps): Logon | undefined {
  if (!isClient(request, deps.options)) return undefined;
  const { authorization } = request.headers;
  const session = deps.sessions.find(sessionCookie(request, deps.options));
  if (session !== undefined) return { session, cookies: [], ...foreignCookie(session, userOf(authorization, deps)) };
  const opened = openSession(authorization, deps);
  return opened === undefined ? undefined : { session: opened, cookies: cookiesOf(opened, deps.options) };
}

function openSession(authorization: string | undefined, deps: LogonDeps): Session | undefined {
  const user = userOf(authorization, deps);
  if (user === undefined) return undefined;
  const token = bearerOf(authorization);
  return token === undefined ? deps.sessions.openWithPassword(user) : deps.sessions.open(user, token);
}

function userOf(authorization: string | undefined, { options, tokens, userOfToken }: LogonDeps): string | undefined {
  const token = bearerOf(authorization);
  if (token !== undefined) return tokens.accepts(authorization) ? userOfToken(token) : undefined;
  const [user, password] = basicCredentials(authorization) ?? ['', ''];
  const { credentials } = options;
  // SAP keeps user names in capitals and passwords as they are.
  const known = same(user.toUpperCase(), credentials.user) && same(password, credentials.password);
  return known ? credentials.user : undefined;
}

function foreignCookie(session: Session, user: string | undefined): { readonly violation?: string } {
  if (user === undefined || user === session.user) return {};
  return { violation: `a session cookie of one user came with the credentials of another` };
}

/** `sap-client` as a query option or header; where it is absent the system's default client is meant. */
function isClient({ query, headers }: VendorRequest, { client }: SapOptions): boolean {
  return (query.get('sap-client') ?? headers['sap-client'] ?? client) === client;
}

function sessionCookie({ headers }: VendorRequest, options: SapOptions): string | undefined {
  const name = cookieName(options);
  return (headers['cookie'] ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

function cookiesOf({ id }: Session, options: SapOptions): readonly string[] {
  return [`sap-usercontext=sap-client=${options.client}; path=/`, `${cookieName(options)}=${id}; path=/; HttpOnly`];
}

function cookieName({ systemId, client }: SapOptions): string {
  return `SAP_SESSIONID_${systemId}_${client}`;
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
}
