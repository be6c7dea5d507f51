/** More or longer cookies than these are no session. */
const MOST_COOKIES = 50;
const LONGEST_COOKIE = 4096;

/** The cookies of one session: SAP logs a call without its session cookie on anew, which is slow and costs a session. */
export interface CookieJar {
  /** Ready for a `cookie` header; `undefined` for none. */
  header(): string | undefined;
  take(setCookies: readonly string[]): void;
  clear(): void;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly ends: boolean;
}

/** `name=value; Path=/; …`: all of one connection goes to one host, so the rest says only whether the cookie ends. */
function cookieOf(text: string): Cookie | undefined {
  const [pair = '', ...attributes] = text.split(';');
  const at = pair.indexOf('=');
  if (at < 1 || pair.length > LONGEST_COOKIE || /[\r\n]/.test(pair)) return undefined;
  const value = pair.slice(at + 1).trim();
  const ends = attributes.some((attribute) =>
    /^\s*max-age\s*=\s*(0|-\d+)\s*$|^\s*expires=.*\b19\d\d\b/i.test(attribute),
  );
  return { name: pair.slice(0, at).trim(), value, ends: ends || value === '' };
}

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    header: () => (cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')),
    take(setCookies) {
      for (const cookie of setCookies.map(cookieOf)) {
        if (cookie === undefined) continue;
        if (cookie.ends) cookies.delete(cookie.name);
        else if (cookies.size < MOST_COOKIES || cookies.has(cookie.name)) cookies.set(cookie.name, cookie.value);
      }
    },
    clear: () => cookies.clear(),
  };
}
