interface AskedItem {
  readonly itemNumber: string;
  readonly quantity: string;
  readonly unitSymbol: string;
}

interface PriceRequest {
  readonly _request: {
    readonly dataAreaId: string;
    readonly customerAccount: string;
    readonly items: readonly AskedItem[];
  };
}

const PRICES: Readonly<
  Record<string, { readonly unitPrice: string; readonly listPrice: string | null; readonly reason: string }>
> = {
  'BRG-6204|EA': { unitPrice: '12.4950', listPrice: '15.50', reason: 'agreement' },
  'HOSE 12|FT': { unitPrice: '2.95', listPrice: null, reason: 'all' },
  'A/B+#&%|EA': { unitPrice: '1.9000', listPrice: '2', reason: 'group' },
};

/** The tenant's own price service, as its contract says: a price or an error for each item. */
export function priceServiceAnswer(request: unknown): unknown {
  const { items, dataAreaId } = (request as PriceRequest)._request;
  return {
    items: items.map(({ itemNumber, unitSymbol }) => {
      const price = dataAreaId === 'usmf' ? PRICES[`${itemNumber}|${unitSymbol}`] : undefined;
      const own = {
        itemNumber,
        unitSymbol,
        currencyCode: 'USD',
        discountPercent: price?.listPrice == null ? null : '19.39',
      };
      return price === undefined
        ? { ...own, unitPrice: null, listPrice: null, reason: null, error: 'There is no price.' }
        : { ...own, ...price };
    }),
  };
}
