import { boundedLimit } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerSearch, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type NetsuiteContext, readingOf } from '../netsuite.context';
import { CUSTOMER_LIST } from '../netsuite.manifest';
import { offsetPage } from '../sql/offset-page';
import { all, any, matches, type Sql, sql } from '../sql/sql';
import { wordsOf } from '../sql/words';
import { toCustomerView } from './customer.mapper';
import { customerRowSchema } from './customer.schema';
import { customerRow, customersWhere } from './customer-rows';

/** Reads customers by number, the start of a number, or words of the name. */
export function createCustomerReader(context: NetsuiteContext): CustomerReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) =>
      readingOf(context, async () => toCustomerView(await customerRow(context, number, call), context)),
  };
}

async function search(context: NetsuiteContext, query: CustomerSearch, call: ErpCall): Promise<Page<CustomerView>> {
  const limit = boundedLimit(query.limit, CUSTOMER_LIST);
  const q = query.q.trim();
  if (q === '') return { items: [], nextCursor: null };
  const list = {
    query: customersWhere(context.settings, all([sql`c.isinactive = 'F'`, found(q)])),
    row: customerRowSchema,
    what: 'customers',
    request: { sort: 'number', limit, cursor: query.cursor },
  };
  const page = await offsetPage(context, list, call);
  return { ...page, items: page.items.map((row) => toCustomerView(row, context)) };
}

function found(q: string): Sql {
  const words = wordsOf(q).map((word) =>
    any([
      matches(sql`c.companyname`, 'holds', word),
      matches(sql`c.firstname`, 'holds', word),
      matches(sql`c.lastname`, 'holds', word),
    ]),
  );
  return any([matches(sql`c.entityid`, 'begins', q), all(words)]);
}
