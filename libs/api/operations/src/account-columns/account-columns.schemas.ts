import { ID, listOf, refTo, type Schema, type SchemaBook } from '@headwater/api/openapi';
import { ACCOUNT_COLUMNS, type AccountColumn } from '@headwater/erp-contracts';
import { sectionOf } from '../schemas/answer-schemas';

const VIEWS: { readonly [C in AccountColumn]: Schema } = {
  openOrders: refTo('OpenOrdersView'),
  lastOrder: refTo('LatestOrderView'),
  credit: refTo('CreditView'),
};

const CELLS = Object.fromEntries(
  ACCOUNT_COLUMNS.map((column) => [column, listOf(sectionOf(VIEWS[column], { ref: refTo('ErpRef') }))] as const),
);

export const ACCOUNT_COLUMN_SCHEMAS: SchemaBook = {
  AccountCells: {
    type: 'object',
    properties: {
      accountId: ID,
      customers: listOf(refTo('ErpRef')),
      columns: { type: 'object', properties: CELLS, description: 'Only the columns that were asked for.' },
    },
    required: ['accountId', 'customers', 'columns'],
  },
  AccountColumnPage: {
    type: 'object',
    properties: {
      accounts: listOf(refTo('AccountCells')),
      notFound: { ...listOf(ID), description: 'Accounts that do not exist, or that the reader may not see.' },
    },
    required: ['accounts', 'notFound'],
  },
};
