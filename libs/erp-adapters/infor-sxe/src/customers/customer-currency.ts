import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { SxeContext } from '../infor-sxe.context';
import type { CustomerRow } from './customer.schema';
import { customerRow } from './customer-list';

/**
 * ISO code of a customer's currency. SX.e names a currency type, blank for the company's own; a type that is
 * neither ISO nor mapped is an error, because an amount in a guessed currency is a wrong amount.
 */
export function currencyOfRow(context: SxeContext, row: CustomerRow): string {
  const type = row.currencyty;
  if (type === undefined || context.settings.currencySource === 'company') return context.settings.currency;
  const mapped = context.settings.currencyCodes.get(type) ?? context.settings.currencyCodes.get(type.toUpperCase());
  const code = (mapped ?? type).toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new ErpError(
    'bad-response',
    'Infor SX.e names a currency type that is not an ISO code; map it in the connection’s currency codes.',
    { connectionId: context.connectionId },
  );
}

/** The currency of a customer's amounts. Throws `not-found` for an unknown customer where SX.e is asked. */
export async function currencyOf(context: SxeContext, customer: string, call: ErpCall): Promise<string> {
  if (context.settings.currencySource === 'company') return context.settings.currency;
  return currencyOfRow(context, await customerRow(context, customer, call));
}
