import type { ReplayAnswer } from '@headwater/erp-testing';

interface AskedItem {
  readonly item: string;
  readonly quantity: string;
  readonly unit?: string;
}

export interface AskedPrices {
  readonly customer: string;
  readonly items: readonly AskedItem[];
  readonly date: string;
  readonly location?: string;
}

/** Rates of the unsaved order, by item; an item without one is priced on request. */
const RATES: Readonly<Record<string, { readonly rate: string; readonly base: string | null; readonly unit: string }>> =
  {
    901: { rate: '9.8700', base: '12.5000', unit: 'EA' },
    902: { rate: '0.0875', base: '0.1000', unit: 'FT' },
    903: { rate: '13.00', base: '13.00', unit: 'EA' },
  };

/** What the price RESTlet of `suitescript/` answers. */
export function restletAnswer(asked: AskedPrices): ReplayAnswer {
  const items = asked.items.map(({ item }) => {
    const priced = RATES[item];
    if (priced === undefined) return { item, error: 'There is no price for this item.' };
    return {
      item,
      rate: priced.rate,
      unit: priced.unit,
      currency: 'USD',
      priceLevel: priced.rate === priced.base ? 'Base Price' : 'Custom',
      base: priced.base,
      breaks:
        item === '901'
          ? [
              { from: '100', rate: '9.1000' },
              { from: '50', rate: '9.5000' },
            ]
          : [],
    };
  });
  return { body: { items } };
}
