import { parseVendor, vendorText } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { BcClient } from '../client/bc.client';
import { once } from '../client/once';
import { ERP } from '../client/vendor-failure';
import type { BcSettings } from '../settings/dynamics365-bc.settings';

/** Turns the currency codes of Business Central into ISO codes. */
export interface CurrencyReader {
  /** The currency of amounts without a code: the company's own. */
  local(call: ErpCall): Promise<string>;
  /** The ISO code of a code, the local currency for none. Throws `ErpError` for a code that is neither ISO nor mapped. */
  isoOf(code: string | undefined, local: string): string;
}

const companySchema = z.object({ currencyCode: vendorText });

export function createCurrencyReader(client: BcClient, settings: BcSettings, connectionId: string): CurrencyReader {
  const speaker = { erp: ERP, connectionId, what: 'the company information' };
  const read = once(settings.timeoutMs, async (call) => {
    const asked = { from: 'standard', set: 'companyInformation', query: { top: 1 }, what: speaker.what } as const;
    const [row] = await client.rows(asked, call);
    const code = row === undefined ? undefined : parseVendor(companySchema, row, speaker).currencyCode;
    return isoOf(code, '');
  });

  function isoOf(code: string | undefined, local: string): string {
    const iso = code === undefined ? local : (settings.currencyCodes.get(code) ?? code.toUpperCase());
    if (/^[A-Z]{3}$/.test(iso)) return iso;
    const advice = code === undefined ? 'set localCurrency' : 'map it in currencyCodes';
    throw new ErpError('bad-response', `${ERP} uses a currency without an ISO code; ${advice}.`, { connectionId });
  }

  return {
    local: async (call) => settings.localCurrency ?? read.get(call),
    isoOf,
  };
}
