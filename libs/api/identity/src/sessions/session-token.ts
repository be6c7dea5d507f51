import type { IncomingHttpHeaders } from 'node:http';

/** better-auth's name of the cookie, with our prefix. */
const SESSION_COOKIE = 'headwater.session_token';

/** The signed token of the request's session cookie; undefined where there is none. */
export function sessionTokenOf(headers: IncomingHttpHeaders): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const found = cookies.find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  return found?.slice(SESSION_COOKIE.length + 1);
}

/** The request's headers as far as better-auth needs them: the session cookie and nothing else. */
export function cookieHeaders(token: string): Headers {
  return new Headers({ cookie: `${SESSION_COOKIE}=${token}` });
}

/** Cookies better-auth wants set, never sent over plain http again where they came by https. */
export function sessionCookies(headers: Headers, protocol: string): readonly string[] {
  return headers.getSetCookie().map((cookie) => (protocol === 'https' ? `${cookie}; Secure` : cookie));
}
