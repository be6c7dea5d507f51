import { ErpError } from '@headwater/erp-contracts';
import { ERP } from './infor-sxe.client';

/** Searches have no next page, so no cursor is ours. */
export function refuseCursor(cursor: string | undefined): void {
  if (cursor === undefined) return;
  throw new ErpError('invalid-request', `${ERP} gives one answer to a search and no next page.`);
}

export function wordsOf(q: string): readonly string[] {
  return q.split(/\s+/).filter((word) => word !== '');
}
