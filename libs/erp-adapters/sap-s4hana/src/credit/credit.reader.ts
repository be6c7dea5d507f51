import { type ODataFilter, withSiblings } from '@headwater/erp-adapter-kit';
import type { CreditReader, CreditView, ErpCall } from '@headwater/erp-contracts';
import { isBlocked } from '../customers/customer-blocks';
import { customersOf, partnersOf, salesAreasOf, unknownCustomer } from '../customers/customer-reads';
import { sameKey, textKey } from '../keys';
import { receivables, UNCLEARED } from '../receivables/receivables';
import { holdsKey, readingOf, type SapContext, today } from '../sap-s4hana.context';
import { creditAccount } from './credit-account';
import { toCreditView } from './credit.mapper';

/** Reads what a customer owes, item by item, and where a setting says so its limit. */
export function createCreditReader(context: SapContext): CreditReader {
  return { get: ({ customer }, call) => readingOf(context, () => credit(context, textKey(customer), call)) };
}

async function credit(context: SapContext, customer: string, call: ErpCall): Promise<CreditView> {
  const { settings, connectionId } = context;
  const owed: ODataFilter = { all: [holdsKey(context, 'Customer', { kind: 'party', value: customer }), UNCLEARED] };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [rows, customers, areas, account] = await Promise.all([
      receivables(context, owed, sibling),
      customersOf(context, [customer], sibling),
      salesAreasOf(context, [customer], sibling),
      settings.creditLimits === 'service' ? accountOf(context, customer, sibling) : undefined,
    ]);
    const master = customers.find(({ Customer }) => sameKey(Customer, customer));
    const area = areas.find(({ Customer }) => sameKey(Customer, customer));
    if (master === undefined) throw unknownCustomer(context);
    return toCreditView({
      connectionId,
      customer,
      receivables: rows,
      currency: settings.companyCurrency ?? area?.Currency,
      account,
      blocked: isBlocked({ customer: master, area }, settings.customerBlockFields),
      terms: area?.CustomerPaymentTerms,
      ageingDays: settings.ageingDays,
      on: today(context),
    });
  });
}

/** Credit management knows business partners, whose numbers may differ from those of customers. */
async function accountOf(context: SapContext, customer: string, call: ErpCall) {
  const partner = (await partnersOf(context, [customer], call)).find(({ Customer }) => sameKey(Customer, customer));
  return partner === undefined ? undefined : creditAccount(context, partner.BusinessPartner, call);
}
