import { parseVendor, requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { BcClient } from '../client/bc.client';
import { type Once, once } from '../client/once';
import { ERP } from '../client/vendor-failure';

export type NamedSet = 'locations' | 'paymentTerms';

export interface NamedCode {
  readonly code: string;
  readonly name: string | undefined;
}

/** Codes of what other rows refer to by GUID. Such lists are short and change with the set-up, not with the trade. */
export interface NameReader {
  /** The codes of these ids; one that is new since the list was read has it read again, one that is gone is absent. */
  codesOf(set: NamedSet, ids: readonly string[], call: ErpCall): Promise<ReadonlyMap<string, NamedCode>>;
  all(set: NamedSet, call: ErpCall): Promise<readonly NamedCode[]>;
}

const rowSchema = vendorRow({ id: requiredVendorText, code: requiredVendorText, displayName: vendorText });

type Codes = ReadonlyMap<string, NamedCode>;

export function createNameReader(client: BcClient, timeoutMs: number, connectionId: string): NameReader {
  const read = (set: NamedSet, what: string): Once<Codes> =>
    once(timeoutMs, async (call) => {
      const rows = await client.rows({ from: 'standard', set, query: {}, what }, call);
      const parsed = rows.map((row) => parseVendor(rowSchema, row, { erp: ERP, connectionId, what }));
      return new Map(parsed.map(({ id, code, displayName }) => [id.toLowerCase(), { code, name: displayName }]));
    });
  const lists: { readonly [S in NamedSet]: Once<Codes> } = {
    locations: read('locations', 'locations'),
    paymentTerms: read('paymentTerms', 'payment terms'),
  };
  return {
    async codesOf(set, ids, call) {
      if (ids.length === 0) return new Map();
      const known = await lists[set].get(call);
      return ids.every((id) => known.has(id)) ? known : lists[set].again(call);
    },
    all: async (set, call) => [...(await lists[set].again(call)).values()],
  };
}
