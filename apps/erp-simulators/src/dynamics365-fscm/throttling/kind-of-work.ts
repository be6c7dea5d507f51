import type { VendorAnswer, VendorRequest } from '../../simulator';

/** How much the ERP has to do for a call, by its looks. */
export function kindOfWork({ path, query }: VendorRequest): 'keyRead' | 'list' | 'expand' {
  if (query.has('$expand')) return 'expand';
  return path.endsWith(')') ? 'keyRead' : 'list';
}

/** Order headers of an answer whose totals were calculated: those of a call that does not leave the totals out. */
export function rowsIn({ path, query }: VendorRequest, { body }: VendorAnswer): number {
  if (!/\/data\/SalesOrderHeaders/i.test(path)) return 0;
  const select = query.get('$select');
  if (select !== null && !/OrderTotal|AreTotalsCalculated/.test(select)) return 0;
  return body.split('"@odata.etag"').length - 1;
}
