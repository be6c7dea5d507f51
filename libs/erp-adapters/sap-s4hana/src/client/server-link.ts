import { nextUrl, type Speaker } from '@headwater/erp-adapter-kit';

/**
 * A link of the server, to be followed at our own address of the API. A gateway behind a proxy may write its inner
 * host into links; the credentials go nowhere but to the address an administrator checked. Throws `bad-response`.
 */
export function serverLink(link: string, apiUrl: string, speaker: Speaker): string {
  const path = new URL(apiUrl).pathname;
  const at = link.indexOf(path);
  return nextUrl(at < 0 ? link : `${apiUrl}${link.slice(at + path.length)}`, `${apiUrl}/`, speaker);
}
