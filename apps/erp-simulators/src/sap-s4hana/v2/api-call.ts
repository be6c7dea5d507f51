import type { VendorRequest } from '../../simulator';
import type { ApiModel } from '../odata/api-model';
import type { SapScope } from '../scope';

/** Atom XML is what SAP answers unless JSON is asked for, in errors as well. */
export type Format = 'json' | 'atom';

export interface ApiCall {
  readonly api: ApiModel;
  readonly scope: SapScope;
  /** Absolute address of the API, without a slash at the end. */
  readonly root: string;
  /** What of the address is behind it, as it came. */
  readonly path: string;
  readonly format: Format;
  /** True for a part of a `$batch`. */
  readonly inBatch?: boolean;
  readonly request: Pick<VendorRequest, 'method' | 'query' | 'headers' | 'body'>;
}

/** `$format` wins over `Accept`; what names no JSON gets XML. */
export function formatOf({ query, headers }: Pick<VendorRequest, 'query' | 'headers'>): Format {
  const wanted = query.get('$format') ?? headers['accept'] ?? '';
  return /\bjson\b/i.test(wanted) ? 'json' : 'atom';
}
