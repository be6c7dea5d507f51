import { boundedLimit, compares, type ODataFilter, withSiblings } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerSearch, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { keysetPage } from '../client/keyset';
import { containsWords, wordsOf } from '../client/text-search';
import { personText, plainKey, sameKey, textKey } from '../keys';
import { readingOf, type SapContext } from '../sap-s4hana.context';
import { CUSTOMER_LIST } from '../sap-s4hana.manifest';
import { addressesOf, customersOf, partnersIn, partnersOf, salesAreasOf, unknownCustomer } from './customer-reads';
import { toCustomerView } from './customer.mapper';
import type { Partner } from './customer.schema';
import { PARTNER_SHAPE } from './customer.shapes';

/** Reads business partners that are customers, with what they are in the sales area of the connection. */
export function createCustomerReader(context: SapContext): CustomerReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => customerInFull(context, textKey(number), call)),
  };
}

/** SearchTerm1 is kept in capitals; the name as someone typed it. */
function hits(context: SapContext, q: string): ODataFilter {
  const { textSearch } = context.settings;
  const words = wordsOf(q);
  const terms: ODataFilter = {
    all: words.map((word) => ({ field: 'SearchTerm1', test: 'contains', text: word.toUpperCase() })),
  };
  return {
    all: [
      compares('Customer', 'ne', { text: '' }),
      {
        any: [
          terms,
          containsWords('BusinessPartnerFullName', words, textSearch),
          { field: 'Customer', test: 'startsWith', text: plainKey(q) },
          { field: 'Customer', test: 'startsWith', text: q },
        ],
      },
    ],
  };
}

async function search(context: SapContext, query: CustomerSearch, call: ErpCall): Promise<Page<CustomerView>> {
  const q = personText(query.q);
  const limit = boundedLimit(query.limit, CUSTOMER_LIST);
  const list = {
    question: { api: 'partners', shape: PARTNER_SHAPE, what: 'business partners' },
    direction: '+',
    keyField: 'BusinessPartner',
    limit,
    cursor: query.cursor,
  } as const;
  if (q === '') return { items: [], nextCursor: null };
  const page = await keysetPage(context, { ...list, question: { ...list.question, filter: hits(context, q) } }, call);
  const partners = partnersIn(context, page.items);
  return { items: await views(context, partners, call), nextCursor: page.nextCursor };
}

async function customerInFull(context: SapContext, number: string, call: ErpCall): Promise<CustomerView> {
  const partners = await partnersOf(context, [number], call);
  const partner = partners.find((candidate) => sameKey(candidate.Customer, number));
  if (partner === undefined) throw unknownCustomer(context);
  const [view] = await views(context, [partner], call);
  if (view === undefined) throw unknownCustomer(context);
  return view;
}

/** Each partner with its blocks, sales area and addresses: three calls for all of them. */
async function views(
  context: SapContext,
  partners: readonly Partner[],
  call: ErpCall,
): Promise<readonly CustomerView[]> {
  if (partners.length === 0) return [];
  const numbers = partners.map(({ Customer }) => Customer);
  const { connectionId, settings } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customers, areas, addresses] = await Promise.all([
      customersOf(context, numbers, sibling),
      salesAreasOf(context, numbers, sibling),
      addressesOf(
        context,
        partners.map(({ BusinessPartner }) => BusinessPartner),
        sibling,
      ),
    ]);
    return partners.map((partner) =>
      toCustomerView({
        connectionId,
        partner,
        customer: customers.find(({ Customer }) => sameKey(Customer, partner.Customer)),
        area: areas.find(({ Customer }) => sameKey(Customer, partner.Customer)),
        addresses: addresses.filter(({ BusinessPartner }) => sameKey(BusinessPartner, partner.BusinessPartner)),
        blockFields: settings.customerBlockFields,
      }),
    );
  });
}
