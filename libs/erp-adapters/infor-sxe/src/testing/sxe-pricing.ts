import { PRICES } from './sxe-fixtures';
import type { SxeRequest } from './sxe-calls';

interface PriceFixture {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly breaks?: Readonly<Record<string, number>>;
}

interface AskedRow {
  readonly seqno: number;
  readonly prod: string;
  readonly qtyord: number;
}

/** SX.e refuses a whole batch for one product it does not have. */
export function pricingAnswer(request: SxeRequest): Readonly<Record<string, unknown>> {
  const table = request['tOemultprcinV2'] as { readonly 't-oemultprcinV2': readonly AskedRow[] };
  const known = PRICES as unknown as Readonly<Record<string, PriceFixture | undefined>>;
  const asked = table['t-oemultprcinV2'].map((row) => ({ row, price: known[row.prod] }));
  if (asked.some(({ price }) => price === undefined)) return { cErrorMessage: 'Product/Warehouse Not Set Up' };
  return {
    tOemultprcoutV3: {
      't-oemultprcoutV3': asked.flatMap(({ row, price }) =>
        (price?.rows ?? []).map((priced) => ({ seqno: row.seqno, qtyord: row.qtyord, ...priced })),
      ),
    },
    tOemultprcoutbrk: {
      't-oemultprcoutbrk': asked.flatMap(({ row, price }) =>
        price?.breaks === undefined ? [] : [{ seqno: row.seqno, ...price.breaks }],
      ),
    },
  };
}
