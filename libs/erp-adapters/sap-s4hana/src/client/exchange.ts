import type { ErpHttp, ErpHttpReply, ErpHttpRequest } from '@headwater/erp-adapter-kit';
import type { SapSession } from '../auth/sessions';
import { tooLate } from '../auth/single-flight';
import type { SapSettings } from '../settings/sap-s4hana.settings';

export interface SessionRequest {
  readonly session: SapSession;
  readonly request: ErpHttpRequest;
  /** In place of the session's own; a CSRF token holds only together with the cookies it came with. */
  readonly cookie?: string | undefined;
}

export type Exchange = (request: SessionRequest, signal: AbortSignal) => Promise<ErpHttpReply>;

function fixedHeaders({ signIn, language, sapClient }: SapSettings): Readonly<Record<string, string>> {
  return {
    'accept-language': language.toLowerCase(),
    ...(sapClient === undefined ? {} : { 'sap-client': sapClient }),
    ...(signIn.kind === 'basic'
      ? { authorization: `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`, 'utf8').toString('base64')}` }
      : {}),
  };
}

/**
 * Sends a request within a session: with its cookies and its token. A 401 ends the session; a call that came with
 * cookies or a token, which both end on their own, is tried once more with new ones. A password is never tried twice:
 * SAP locks users for that.
 */
export function createExchange(http: ErpHttp, settings: SapSettings): Exchange {
  const fixed = fixedHeaders(settings);

  async function attempt({ session, request, cookie }: SessionRequest, signal: AbortSignal, token: string | undefined) {
    const cookies = cookie ?? session.jar.header();
    const headers = {
      ...fixed,
      ...request.headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookies === undefined ? {} : { cookie: cookies }),
    };
    const reply = await http.send({ ...request, headers }, signal);
    session.jar.take(reply.setCookies);
    return { reply, hadCookies: cookies !== undefined };
  }

  return async (sent, signal) => {
    if (signal.aborted) throw tooLate('a call');
    const { session } = sent;
    const token = await session.tokens?.token(signal);
    const { reply, hadCookies } = await attempt(sent, signal, token);
    if (reply.status !== 401) return reply;
    session.jar.clear();
    session.csrf.forget();
    if (token === undefined && !hadCookies) return reply;
    const renewed = token === undefined ? undefined : await session.tokens?.renewed(token, signal);
    return (await attempt({ session, request: sent.request }, signal, renewed)).reply;
  };
}
