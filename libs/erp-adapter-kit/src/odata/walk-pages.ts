import { ErpError } from '@headwater/erp-contracts';
import type { Speaker } from '../json/json-reply';
import type { ODataCollection } from './collection';

export interface PageWalk extends Speaker {
  /** Absolute address of the first page. */
  readonly first: string;
  readonly read: (url: string) => Promise<ODataCollection>;
  /** A walk that finds more is an error: a list that is cut must not pass for the whole. */
  readonly maxRows: number;
}

/** Every row behind an address, following the server's own links verbatim. Throws `ErpError`. */
export async function walkPages(walk: PageWalk): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  for (let url: string | undefined = walk.first; url !== undefined;) {
    seen.add(url);
    const page: ODataCollection = await walk.read(url);
    rows.push(...page.rows);
    if (rows.length > walk.maxRows) throw tooMany(walk);
    url = page.nextLink === undefined ? undefined : nextUrl(page.nextLink, url, walk);
    if (url !== undefined && seen.has(url)) throw astray(walk);
  }
  return rows;
}

/**
 * Where a link of the server leads, seen from the page that named it. One to another host would carry the credentials
 * there, so it is a `bad-response`.
 */
export function nextUrl(link: string, page: string, speaker: Speaker): string {
  if (!URL.canParse(link, page)) throw astray(speaker);
  const next = new URL(link, page);
  if (next.origin !== new URL(page).origin) throw astray(speaker);
  return next.href;
}

function tooMany({ erp, connectionId, maxRows }: PageWalk): ErpError {
  return new ErpError(
    'bad-response',
    `${erp} answered with more than ${String(maxRows)} rows where fewer can be true.`,
    {
      connectionId,
    },
  );
}

function astray({ erp, connectionId }: Speaker): ErpError {
  return new ErpError('bad-response', `${erp} names a next page that leads astray.`, { connectionId });
}
