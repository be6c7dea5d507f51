import { entityPath, equalsText, odataEntity, parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import { type CreditReader, type CreditView, type ErpCall, ErpError } from '@headwater/erp-contracts';
import { sameKey } from '../client/search-words';
import { ERP } from '../client/vendor-failure';
import { customerOf } from '../customers/customer-rows';
import type { CustomerRow } from '../customers/customer.schema';
import { answered, type BcContext, readingOf } from '../dynamics365-bc.context';
import { toCreditView } from './credit.mapper';
import {
  type AgedReceivable,
  agedReceivableSchema,
  type FinancialDetail,
  financialDetailSchema,
} from './credit.schema';

/** Reads limit, balance and ageing of a customer. */
export function createCreditReader(context: BcContext): CreditReader {
  return {
    get: ({ customer }, call) =>
      readingOf(context, () => withSiblings(call.signal, (signal) => position(context, customer, { ...call, signal }))),
  };
}

async function position(context: BcContext, number: string, call: ErpCall): Promise<CreditView> {
  const { connectionId, currencies, names, settings } = context;
  const [customer, currency] = await Promise.all([customerOf(context, number, call), currencies.local(call)]);
  const ids = customer.paymentTermsId === undefined ? [] : [customer.paymentTermsId];
  const [detail, aged, terms] = await Promise.all([
    financialDetail(context, customer, call),
    agedReceivable(context, customer, call),
    names.codesOf('paymentTerms', ids, call),
  ]);
  return toCreditView(
    { customer, detail, aged },
    {
      connectionId,
      customer: number,
      currency,
      zeroCreditLimit: settings.zeroCreditLimit,
      terms: terms.get(customer.paymentTermsId ?? '')?.code,
    },
  );
}

/** What hangs on the customer as a single object. */
async function ofCustomer(
  context: BcContext,
  { customer, navigation }: { readonly customer: CustomerRow; readonly navigation: string },
  call: ErpCall,
): Promise<unknown> {
  const what = 'a credit position';
  if (customer.id === undefined) {
    throw new ErpError('bad-response', `${ERP} answered a customer without its id.`, {
      connectionId: context.connectionId,
    });
  }
  const path = `${entityPath('customers', { guid: guidOf(customer.id, context) }, 'v4')}/${navigation}`;
  return odataEntity(await context.client.entity(path, call), 'v4', answered(context, what));
}

function guidOf(id: string, { connectionId }: BcContext): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new ErpError('bad-response', `${ERP} answered a customer whose id is no GUID.`, { connectionId });
}

async function financialDetail(context: BcContext, customer: CustomerRow, call: ErpCall): Promise<FinancialDetail> {
  const body = await ofCustomer(context, { customer, navigation: 'customerFinancialDetail' }, call);
  return parseVendor(financialDetailSchema, body, answered(context, 'a credit position'));
}

async function agedReceivable(
  context: BcContext,
  customer: CustomerRow,
  call: ErpCall,
): Promise<AgedReceivable | undefined> {
  const { agedReceivables } = context.settings;
  if (agedReceivables === 'off') return undefined;
  const what = answered(context, 'aged receivables');
  if (agedReceivables === 'navigation') {
    const body = await ofCustomer(context, { customer, navigation: 'agedAccountsReceivable' }, call);
    return parseVendor(agedReceivableSchema, body, what);
  }
  const query = { filter: equalsText('customerNumber', customer.number) };
  const asked = { from: 'standard', set: 'agedAccountsReceivables', query, what: what.what } as const;
  const rows = await context.client.rows(asked, call);
  const parsed = rows.map((row) => parseVendor(agedReceivableSchema, row, what));
  // A row that names its customer is only taken where it is this one.
  return parsed.find((row) =>
    row.customerNumber === undefined ? row.customerId === customer.id : sameKey(row.customerNumber, customer.number),
  );
}
