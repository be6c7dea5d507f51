import { type AccountColumn, CAPABILITY_OF_COLUMN } from '@headwater/erp-contracts';
import type { PermissionSubject } from '@headwater/configuration';

/** A column of ERP values the list of accounts can show; several may come from one read. */
export interface ListColumn {
  readonly id: ListColumnId;
  readonly title: string;
  readonly from: AccountColumn;
}

export type ListColumnId = 'openOrders' | 'lastOrder' | 'creditUsed' | 'pastDue';

/** In the order the list shows them. None can be sorted by: only one page of values is ever known. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  { id: 'openOrders', title: 'Open orders', from: 'openOrders' },
  { id: 'lastOrder', title: 'Last order', from: 'lastOrder' },
  { id: 'creditUsed', title: 'Credit used', from: 'credit' },
  { id: 'pastDue', title: 'Past due', from: 'credit' },
];

/** What a person must be allowed to read to be offered the column. */
export function permissionFor({ from }: ListColumn): PermissionSubject {
  return `erp.${CAPABILITY_OF_COLUMN[from]}`;
}
