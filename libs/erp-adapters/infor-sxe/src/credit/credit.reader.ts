import { parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import { type CreditReader, type CreditView, type ErpCall, ErpError } from '@headwater/erp-contracts';
import { lowerCased } from '../client/lower-casing';
import { rowsOf, type SxeRow } from '../client/tables';
import { bagOf } from '../client/value-bag';
import { creditTermsSchema } from '../customers/customer.schema';
import { currencyOf } from '../customers/customer-currency';
import { answered, readingOf, type SxeContext } from '../infor-sxe.context';
import { customerNumber } from '../keys';
import { holdsByField, holdsByMessage } from './credit-hold';
import { toCreditView } from './credit.mapper';
import { creditMessageSchema, type CreditSummary, creditSummarySchema } from './credit.schema';

/** Reads a customer's credit position: summary, terms, hold and currency come from a call each. */
export function createCreditReader(context: SxeContext): CreditReader {
  return { get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)) };
}

async function credit(context: SxeContext, customer: string, call: ErpCall): Promise<CreditView> {
  const { settings, connectionId } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [summary, fields, message, currency] = await Promise.all([
      creditSummary(context, customer, sibling),
      holdAndTerms(context, customer, sibling),
      creditMessage(context, customer, sibling),
      currencyOf(context, customer, sibling),
    ]);
    const terms = parseVendor(creditTermsSchema, fields, answered(context, 'credit terms'));
    return toCreditView(summary, {
      connectionId,
      customer: String(customerNumber(customer)),
      currency,
      onHold: holdsByField(fields, settings.holdFields) || holdsByMessage(message),
      terms: terms.termsdesc ?? terms.termstype,
      used: settings.creditUsed,
      ageingStart: settings.ageingStart,
    });
  });
}

async function creditSummary(context: SxeContext, customer: string, call: ErpCall): Promise<CreditSummary> {
  const request = { customerNumber: customerNumber(customer), shipTo: '' };
  const [row] = rowsOf(await context.client.call('credit.summary', request, call), 'custsummary');
  if (row !== undefined) return parseVendor(creditSummarySchema, row, answered(context, 'the credit summary'));
  throw new ErpError('not-found', 'Infor SX.e has no such customer.', { connectionId: context.connectionId });
}

/** Fields of the customer master and of its credit data, side by side; the hold may stand in either. */
async function holdAndTerms(context: SxeContext, customer: string, call: ErpCall): Promise<SxeRow> {
  const customerKey = { customerNumber: customerNumber(customer), shipTo: '' };
  const [master, terms] = await Promise.all([
    context.client.call('customers.master', { ...customerKey, requestType: 'general' }, call),
    context.client.call('customers.credit-terms', { ...customerKey, requestType: 'credit' }, call),
  ]);
  return { ...lowerCased(master), ...bagOf(rowsOf(terms, 'fieldlist')) };
}

async function creditMessage(context: SxeContext, customer: string, call: ErpCall): Promise<string | undefined> {
  const response = await context.client.call(
    'credit.message',
    { customerNumber: customerNumber(customer), shipTo: '' },
    call,
  );
  return parseVendor(creditMessageSchema, lowerCased(response), answered(context, 'the credit message')).cmessage;
}
