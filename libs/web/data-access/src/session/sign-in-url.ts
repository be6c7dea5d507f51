export const SIGN_IN_URL = '/sign-in';

/** The query parameter under which the sign-in page finds where to go afterwards. */
export const RETURN_URL_PARAM = 'returnUrl';

export function returnQuery(url: string): Readonly<Record<string, string>> {
  return url === '' || url === '/' || url.startsWith(SIGN_IN_URL) ? {} : { [RETURN_URL_PARAM]: url };
}

/** Only paths of this app: an address from outside in the query must not lead anyone away after sign-in. */
export function safeReturnUrl(candidate: string | null | undefined): string {
  if (candidate === null || candidate === undefined) return '/';
  return /^\/(?![/\\])/.test(candidate) && !candidate.startsWith(SIGN_IN_URL) ? candidate : '/';
}
