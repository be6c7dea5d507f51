import type { PaymentTerms } from '../../world/model/party';
import { COMPANIES, TERMS, type Company } from '../../world/organisation';
import { COMPANY_IDS } from '../p21-keys';
import { flag, id, text } from './column';
import { tableOf, type P21Table } from './table';

export const company = tableOf<Company>({
  surface: 'table',
  name: 'company',
  key: ['company_id'],
  columns: [
    text('company_id', 8, ({ code }) => COMPANY_IDS[code]),
    text('company_name', 50, ({ name }) => name),
    flag('delete_flag', () => false),
  ],
  entities: () => COMPANIES,
});

export const terms = tableOf<PaymentTerms>({
  surface: 'table',
  name: 'terms',
  key: ['terms_id'],
  columns: [
    text('terms_id', 8, ({ code }) => code),
    text('terms_desc', 40, ({ description }) => description),
    id('net_days', ({ netDays }) => String(netDays)),
    flag('delete_flag', () => false),
  ],
  entities: () => TERMS,
});

/** Suppliers, like items, belong to no company. */
export const supplier = tableOf<string>({
  surface: 'table',
  name: 'supplier',
  key: ['supplier_id'],
  columns: [
    id('supplier_id', (name, { keys }) => keys.supplierId(name)),
    text('supplier_name', 50, (name) => name),
    flag('delete_flag', () => false),
  ],
  entities: ({ keys }) => keys.suppliers,
});

/** In `$metadata`, and never reached: the web server takes `/bin` for a folder of its own. */
export const bin = tableOf<string>({
  surface: 'table',
  name: 'bin',
  key: ['bin_uid'],
  columns: [id('bin_uid', () => '1'), text('bin_id', 10, (name) => name)],
  entities: () => ['A-01-01'],
});

/** Tables a site made for itself; empty. */
export function siteTables(count: number): readonly P21Table[] {
  return Array.from({ length: count }, (_, at) =>
    tableOf<string>({
      surface: 'table',
      name: `site_table_${at + 1}_ud`,
      key: ['row_uid'],
      columns: [id('row_uid', (row) => row), text('description', 255, (row) => row)],
      entities: () => [],
    }),
  );
}
