import { withSiblings } from '@headwater/erp-adapter-kit';
import type { CreditReader, CreditView, ErpCall } from '@headwater/erp-contracts';
import { customerBy } from '../customers/customer-row';
import { type FscmContext, readingOf, today } from '../dynamics365-fscm.context';
import { givenKey } from '../entities/key-chunks';
import { ledgerOf } from '../receivables/receivable-reads';
import { toCreditView } from './credit.mapper';
import { creditCustomerShape } from './credit.schema';
import { openItems } from './open-items';

/** Reads a customer's credit position: the limit from the customer, what is used from its transactions. */
export function createCreditReader(context: FscmContext): CreditReader {
  return { get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)) };
}

async function credit(context: FscmContext, key: string, call: ErpCall): Promise<CreditView> {
  const number = givenKey(key, 'customer account');
  const { connectionId, settings } = context;
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, ledger] = await Promise.all([
      customerBy(context, { number, shape: creditCustomerShape }, sibling),
      ledgerOf(context, number, sibling),
    ]);
    return toCreditView(customer, openItems(ledger, settings), { connectionId, settings, today: today(context) });
  });
}
