import type { ODataFilter } from '@headwater/erp-adapter-kit';
import { where } from '../tables/conditions';
import type { OpenTable } from '../tables/open-table';

/** Order headers with something still to come. */
export function stillOpen(table: OpenTable): readonly ODataFilter[] {
  return where(table, [
    ['completed', 'N'],
    ['cancel_flag', 'N'],
    ['projected_order', 'N'],
  ]);
}
