import type { SalesOrderView } from '@headwater/erp-contracts';

export type Row = Pick<SalesOrderView, 'number'>;
