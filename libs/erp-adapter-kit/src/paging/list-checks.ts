import { ErpError, type ErpManifest, type ListContract } from '@headwater/erp-contracts';

export interface ListDeclaration {
  readonly manifest: ErpManifest;
  readonly list: ListContract;
  /** What the list holds, for messages: `orders`. */
  readonly what: string;
}

function named(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

/** The sort asked for, or the given one. Throws `unsupported`, naming what is supported. */
export function supportedSort(sort: string | undefined, fallback: string, declared: ListDeclaration): string {
  const asked = sort ?? fallback;
  if (declared.list.sortable.includes(asked.replace(/^-/, ''))) return asked;
  const { manifest, list, what } = declared;
  throw new ErpError('unsupported', `${manifest.name} sorts ${what} only by: ${named(list.sortable)}.`);
}

/** Throws `unsupported` for a filter that is given but not declared. */
export function refuseUndeclaredFilters(filters: Readonly<Record<string, unknown>>, declared: ListDeclaration): void {
  const { manifest, list, what } = declared;
  const given = Object.keys(filters).filter((name) => filters[name] !== undefined);
  if (given.every((name) => list.filterable.includes(name))) return;
  throw new ErpError('unsupported', `${manifest.name} filters ${what} only by: ${named(list.filterable)}.`);
}

/** A limit within what the list declares. Throws `invalid-request` for none at all. */
export function boundedLimit(limit: number, list: ListContract): number {
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, list.maxPageSize);
  throw new ErpError('invalid-request', 'The limit of a list is a whole number from 1.');
}

/** Throws `invalid-request` for a batch beyond the declared size. */
export function refuseLargeBatch(size: number, maxBatch: number, what: 'items' | 'customers' = 'items'): void {
  if (size <= maxBatch) return;
  throw new ErpError('invalid-request', `Ask for at most ${String(maxBatch)} ${what} at once.`);
}
