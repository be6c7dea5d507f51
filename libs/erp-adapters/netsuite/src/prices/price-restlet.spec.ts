import { anErpCall } from '@headwater/erp-testing';
import { suiteScript } from '../testing/suitescript';
import { withNetsuite } from '../testing/netsuite-scene';

interface Line {
  [field: string]: unknown;
}

const LEVELS: Readonly<Record<string, string>> = { 1: 'Base Price', 5: 'Wholesale' };

/** An unsaved order whose lines NetSuite fills: rates by item, level and quantity. */
class DynamicOrder {
  readonly fields: Record<string, unknown> = { currency: '1' };
  saved = false;
  #line: Line = {};

  setValue({ fieldId, value }: { fieldId: string; value: unknown }): void {
    this.fields[fieldId] = value;
  }

  getValue({ fieldId }: { fieldId: string }): unknown {
    return this.fields[fieldId];
  }

  selectNewLine(): void {
    this.#line = { quantity: 1, price: '5' };
  }

  cancelLine(): void {
    this.#line = {};
  }

  setCurrentSublistValue({ fieldId, value }: { fieldId: string; value: unknown }): void {
    if (fieldId === 'item' && value === '999') throw Object.assign(new Error('gone'), { name: 'RCRD_GONE' });
    this.#line[fieldId] = value;
  }

  setCurrentSublistText({ fieldId, text }: { fieldId: string; text: string }): void {
    this.#line[fieldId] = text;
  }

  getCurrentSublistValue({ fieldId }: { fieldId: string }): unknown {
    if (fieldId !== 'rate') return this.#line[fieldId];
    if (this.#line['item'] === '909') return '';
    if (this.#line['price'] === '1') return 12.5;
    return Number(this.#line['quantity']) >= 50 ? 9.25 : 9.87;
  }

  getCurrentSublistText({ fieldId }: { fieldId: string }): string {
    return fieldId === 'price' ? (LEVELS[String(this.#line['price'])] ?? '') : String(this.#line[fieldId] ?? '');
  }
}

interface Restlet {
  post(body: unknown): { readonly items: readonly unknown[] };
}

function restletOver(order: DynamicOrder, parameters: Readonly<Record<string, string>> = {}): Restlet {
  return suiteScript<Restlet>('headwater-prices.js', {
    'N/record': { Type: { SALES_ORDER: 'salesorder' }, create: () => order },
    'N/runtime': {
      getCurrentScript: () => ({ getParameter: ({ name }: { name: string }) => parameters[name] ?? null }),
    },
    'N/query': { runSuiteQL: () => ({ asMappedResults: () => [{ symbol: 'USD' }] }) },
  });
}

describe('the reference price RESTlet', () => {
  it('answers what the adapter asks in the form it expects', async () => {
    const order = new DynamicOrder();
    const restlet = restletOver(order, { custscript_hw_break_quantities: '10, 50, 100' });
    await withNetsuite(
      async ({ connection }) => {
        const items = ['BRG-6204', 'NOPRICE-1'].map((item) => ({ item, quantity: '60', unit: 'EA' }));
        const reading = await connection.prices?.quote({ customer: '1001', on: '2026-12-24', items }, anErpCall());
        expect(reading?.data).toMatchObject({
          items: [
            {
              item: 'BRG-6204',
              unit: 'EA',
              unitPrice: { amount: '9.25', currency: 'USD' },
              listPrice: { amount: '12.5', currency: 'USD' },
              reason: 'customer',
              breaks: [
                { from: '10', unitPrice: { amount: '9.87' } },
                { from: '50', unitPrice: { amount: '9.25' } },
              ],
              indicative: false,
            },
          ],
          notFound: ['NOPRICE-1'],
        });
      },
      {
        settings: { priceScript: 'customscript_hw', priceDeployment: 'customdeploy_hw' },
        exchanges: [
          {
            name: 'the reference RESTlet',
            matches: ({ path }) => path.includes('restlet.nl'),
            answer: ({ body }) => ({ body: restlet.post(JSON.parse(body)) }),
          },
        ],
      },
    );
    expect(order.fields).toMatchObject({ entity: '501', trandate: new Date(2026, 11, 24) });
    expect(order.saved).toBe(false);
  });

  it('prices the others where one item cannot be priced', () => {
    const asked = {
      customer: '501',
      items: [
        { item: '999', quantity: '1' },
        { item: '901', quantity: '1' },
      ],
    };
    const { items } = restletOver(new DynamicOrder()).post(asked);
    expect(items).toMatchObject([
      { item: '999', error: { code: 'RCRD_GONE' } },
      { item: '901', rate: '9.87', base: '12.5', priceLevel: 'Wholesale', breaks: [] },
    ]);
  });
});
