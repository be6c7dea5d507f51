import type { Fields } from './json';
import { invalidParameter } from './netsuite-error';

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

export interface PageLink {
  readonly rel: 'self' | 'first' | 'prev' | 'next' | 'last';
  readonly href: string;
}

const MOST_ON_A_PAGE = 1000;

/** An offset is where a page begins, so it is a multiple of what a page holds. */
export function pageRequest(query: URLSearchParams): PageRequest {
  const limit = wholeNumber(query, 'limit') ?? MOST_ON_A_PAGE;
  const offset = wholeNumber(query, 'offset') ?? 0;
  if (limit < 1 || limit > MOST_ON_A_PAGE) {
    throw invalidParameter(`Provide a valid limit value. The limit must be between 1 and ${MOST_ON_A_PAGE}.`, {
      queryParam: 'limit',
    });
  }
  if (offset % limit !== 0) {
    throw invalidParameter('Provide a valid offset value. The offset must be divisible by the limit.', {
      queryParam: 'offset',
    });
  }
  return { limit, offset };
}

export interface PagedList {
  /** Address of the list without its query. */
  readonly address: string;
  readonly query: URLSearchParams;
  readonly page: PageRequest;
  readonly items: readonly Fields[];
  readonly total: number;
}

/** The envelope of every list. */
export function pagedBody({ address, query, page, items, total }: PagedList): Fields {
  const { limit, offset } = page;
  const hasMore = offset + items.length < total;
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const link = (rel: PageLink['rel'], at: number): PageLink => ({
    rel,
    href: linkTo(address, query, { limit, offset: at }),
  });
  const links = [
    ...(offset > 0 ? [link('first', 0), link('prev', Math.max(0, offset - limit))] : []),
    ...(hasMore ? [link('next', offset + limit), link('last', last)] : []),
    link('self', offset),
  ];
  return { links, count: items.length, hasMore, items, offset, totalResults: total };
}

function linkTo(address: string, query: URLSearchParams, { limit, offset }: PageRequest): string {
  const asked = new URLSearchParams(query);
  asked.set('limit', String(limit));
  asked.set('offset', String(offset));
  return `${address}?${asked.toString()}`;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw invalidParameter(`Invalid value for the query parameter ${name}.`, { queryParam: name });
  return Number(text);
}
