import { createTokenSource, type ErpHttp, requestOAuthToken, type TokenSource } from '@headwater/erp-adapter-kit';
import type { Clock } from '@headwater/kernel';
import { ERP } from '../client/sap-error';
import type { SapSettings } from '../settings/sap-s4hana.settings';
import type { SamlBearer } from '../settings/sign-in';
import { type CookieJar, createCookieJar } from './cookie-jar';
import { type CsrfSource, createCsrfSource, type CsrfTicket } from './csrf-source';
import { signedAssertion } from './saml-assertion';

/** One user's session with SAP. Cookies and tokens of one never serve another. */
export interface SapSession {
  readonly jar: CookieJar;
  /** For OAuth only. */
  readonly tokens: TokenSource | undefined;
  readonly csrf: CsrfSource;
}

export interface SessionOptions {
  readonly http: ErpHttp;
  readonly settings: SapSettings;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly fetchTicket: (session: SapSession) => Promise<CsrfTicket>;
}

/** Sessions beyond these are those of people who have long gone home. */
const MOST_SESSIONS = 200;

const SAML_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:saml2-bearer';

function tokensFor(options: SessionOptions, bearer: SamlBearer, nameId: string): TokenSource {
  const { http, settings, connectionId, clock } = options;
  return createTokenSource({
    clock,
    timeoutMs: settings.timeoutMs,
    fetchToken: (signal) =>
      requestOAuthToken(
        http,
        {
          erp: ERP,
          connectionId,
          clock,
          url: bearer.tokenUrl,
          form: {
            grant_type: SAML_BEARER_GRANT,
            assertion: signedAssertion(bearer, { nameId, nowEpochMs: clock.now() }),
            client_id: bearer.clientId,
            ...(bearer.scope === undefined ? {} : { scope: bearer.scope }),
          },
          client: { via: 'basic', id: bearer.clientId, secret: bearer.clientSecret },
        },
        signal,
      ),
  });
}

/**
 * The session of an acting user. Only an assertion can name another user than the connection's own; a communication
 * user is one technical user, whoever asks.
 */
export function createSessions(options: SessionOptions): (operator: string | undefined) => SapSession {
  const { signIn } = options.settings;
  const sessions = new Map<string, SapSession>();

  function open(nameId: string): SapSession {
    const tokens = signIn.kind === 'oauth2-saml-bearer' ? tokensFor(options, signIn, nameId) : undefined;
    const session: SapSession = {
      jar: createCookieJar(),
      tokens,
      csrf: createCsrfSource(() => options.fetchTicket(session)),
    };
    return session;
  }

  return (operator) => {
    const nameId = signIn.kind === 'oauth2-saml-bearer' ? (operator ?? signIn.nameId) : '';
    const session = sessions.get(nameId) ?? open(nameId);
    // Set anew, so that the map stays in the order of use.
    sessions.delete(nameId);
    sessions.set(nameId, session);
    const [oldest] = sessions.keys();
    if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
    return session;
  };
}
