import { equalsText, parseVendor, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { Money } from '@headwater/kernel';
import { z } from 'zod';
import { answered, holdsKey, type SapContext } from '../sap-s4hana.context';

export interface CreditAccount {
  readonly limit: Money | undefined;
  readonly blocked: boolean;
}

/**
 * The limit a customer has in credit management. Neither set nor fields are confirmed by public documentation, so all
 * of them are settings; `undefined` for a customer without an account, who has no limit.
 */
export async function creditAccount(
  context: SapContext,
  partner: string,
  call: ErpCall,
): Promise<CreditAccount | undefined> {
  const { creditSet, creditFields: fields, creditSegment } = context.settings;
  const names = [fields.partner, fields.segment, fields.limit, fields.currency];
  const shape = { set: creditSet, required: names, optional: fields.block === undefined ? [] : [fields.block] };
  const filter = {
    all: [
      holdsKey(context, fields.partner, { kind: 'party', value: partner }),
      equalsText(fields.segment, creditSegment),
    ],
  };
  const [row] = await context.reads.first({ api: 'credit', shape, what: 'the credit account', filter }, 1, call);
  if (row === undefined) return undefined;
  const schema = z.object({ limit: vendorDecimal, currency: vendorText, block: vendorText });
  const named = { limit: row[fields.limit], currency: row[fields.currency], block: row[fields.block ?? ''] };
  const { limit, currency, block } = parseVendor(schema, named, answered(context, 'the credit account'));
  return {
    limit: limit === undefined || currency === undefined ? undefined : { amount: limit, currency },
    blocked: block !== undefined && !/^false$/i.test(block),
  };
}
