import type { FscmOptions } from '../options';
import { ODataFault } from './fault';
import type { QueryOptions } from './query-options';

/** Where in the whole answer a page lies. */
export interface PagePlan {
  readonly from: number;
  readonly count: number;
  /** The server cuts here, and gives a link to the rest. */
  readonly cut: boolean;
  /** Rows before this page that the client asked for. */
  readonly served: number;
  readonly preference?: number;
}

export interface PageRequest {
  readonly query: QueryOptions;
  readonly token: string | undefined;
  readonly prefer: string | undefined;
  readonly options: FscmOptions;
}

export function planPage({ query, token, prefer, options }: PageRequest): PagePlan {
  const served = token === undefined ? 0 : servedOf(token);
  const preference = options.maxPageSizePreference === 'honoured' ? preferredSize(prefer) : undefined;
  const size = Math.min(options.pageSize, preference ?? options.pageSize);
  const left = query.top === undefined ? Number.MAX_SAFE_INTEGER : Math.max(query.top - served, 0);
  return {
    from: query.skip + served,
    count: Math.min(size, left),
    cut: left > size,
    served,
    ...(preference === undefined ? {} : { preference }),
  };
}

/** The link carries every option of the call; where it goes on stands in `$skiptoken` or in `$skip`. */
export function nextLink(
  address: string,
  asked: URLSearchParams,
  plan: PagePlan & { readonly style: FscmOptions['nextLink'] },
): string {
  const query = new URLSearchParams(asked);
  if (plan.style === 'skiptoken') {
    query.set('$skiptoken', tokenOf(plan.served + plan.count));
  } else {
    query.set('$skip', String(plan.from + plan.count));
    const top = query.get('$top');
    if (top !== null) query.set('$top', String(Number(top) - plan.count));
  }
  return `${address}?${query.toString().replaceAll('+', '%20').replaceAll('%24', '$')}`;
}

function tokenOf(served: number): string {
  return Buffer.from(`served=${served}`).toString('base64url');
}

function servedOf(token: string): number {
  const served = /^served=(\d{1,12})$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (served === undefined) throw new ODataFault(`Invalid value '${token}' for $skiptoken query option found.`);
  return Number(served);
}

function preferredSize(prefer: string | undefined): number | undefined {
  const size = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/i.exec(prefer ?? '')?.[1];
  return size === undefined || Number(size) === 0 ? undefined : Number(size);
}
