import { TestKey } from '@angular/cdk/testing';
import type { Account } from '@headwater/relationship';
import { CopyButtonHarness, ErpPanelHarness } from '@headwater/web/ui';
import { ask } from '../../testing/ask';
import { EAST, okSection, PROBLEM } from '../../testing/sections.builder';
import { anItemView, aPriceView, batchOf, pageOf, usd } from '../../testing/views.builder';
import { answer, refuse, settle } from '../../testing/web-testing';

const BASE = '/api/erp/connections/east';
const ACCOUNT = { id: 'a-1', name: 'Acme', erpLinks: [EAST] } as unknown as Account;
const priceOf = (quantity: string, unit = 'EA') => `${BASE}/prices?customer=1001&items=BRG-6204:${quantity}:${unit}`;

async function askOnAccount() {
  const card = await ask('question.what-price', { account: ACCOUNT });
  const search = await card.search();
  await search.type('brg');
  await answer(card.http, `${BASE}/items`, okSection(pageOf(anItemView())));
  await search.press(TestKey.ENTER);
  return card;
}

describe('What price?', () => {
  it('knows the customer when asked on an account, and asks for item, quantity and unit', async () => {
    const card = await askOnAccount();
    expect(card.text()).toContain('Acme');
    await answer(card.http, priceOf('1'), okSection(batchOf(aPriceView())));
    const text = (await (await card.get(ErpPanelHarness)).bodyText()).replace(/\s+/g, ' ');
    for (const part of ['$11.25 per EA', '10 EA', '$112.50', 'Contract', '$12.50', '10 %', 'from 100 EA']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Cost');
    expect(text).not.toContain('Indicative');
  });

  it('asks anew for another quantity or unit, and refuses what is none', async () => {
    const card = await askOnAccount();
    await answer(card.http, priceOf('1'), okSection(batchOf(aPriceView())));
    const quantity = document.querySelector<HTMLInputElement>('input[inputmode=decimal]');
    expect(document.activeElement).toBe(quantity);
    typeInto(quantity, '1,250');
    await answer(card.http, priceOf('1250'), okSection(batchOf(aPriceView({ unitPrice: usd('9.99') }))));
    expect(card.text()).toContain('$9.99');
    typeInto(quantity, 'ten');
    await settle();
    expect(card.text()).toContain('A number above 0');
    typeInto(quantity, '2');
    await answer(card.http, priceOf('2'), okSection(batchOf(aPriceView())));
    const unit = document.querySelector<HTMLSelectElement>('select');
    if (unit !== null) unit.value = 'BX';
    unit?.dispatchEvent(new Event('change'));
    await answer(card.http, priceOf('2', 'BX'), okSection(batchOf(aPriceView({ unit: 'BX' }))));
    expect(card.text()).toContain('per BX');
  });

  it('shows cost and margin only where the answer has them, and labels an indicative price', async () => {
    const card = await askOnAccount();
    const price = aPriceView({ cost: usd('9.00'), indicative: true });
    await answer(card.http, priceOf('1'), okSection(batchOf(price)));
    expect(card.text()).toContain('$9.00');
    expect(card.text()).toContain('20.0 %');
    expect(card.text()).toContain('Indicative');
    await (await card.get(CopyButtonHarness)).copy();
    expect(card.copied[0]).toContain('indicative, not a binding price');
    expect(card.copied[0]).toMatch(/As of Nov 23, 2026.*East, company 1$/);
    expect(card.copied[0]).not.toContain('9.00');
  });

  it('never shows a missing or failed price as zero', async () => {
    const card = await askOnAccount();
    await answer(card.http, priceOf('1'), okSection(batchOf()));
    expect(card.text()).toContain('The ERP has no price for this item.');
    await (await card.get(ErpPanelHarness)).refresh();
    await refuse(card.http, `${priceOf('1')}&fresh=true`, PROBLEM);
    expect(await (await card.get(ErpPanelHarness)).state()).toBe('failed');
    expect(card.text()).not.toContain('$0');
  });

  it('lets one pick an account or an ERP customer when asked from elsewhere', async () => {
    const card = await ask('question.what-price');
    const search = await card.search();
    await search.type('acm');
    const accounts = [ACCOUNT, { ...ACCOUNT, id: 'a-2', name: 'Acme unlinked', erpLinks: [] }];
    await answer(card.http, '/api/accounts', { items: accounts, nextCursor: null, count: { value: 2, exact: true } });
    await refuse(card.http, `${BASE}/customers`, PROBLEM);
    expect(await search.options()).toEqual(['AcmeEast 1001']);
    expect((await search.groups())[1]).toContain('The ERP cannot be reached');
    await search.press(TestKey.ENTER);
    await settle();
    const items = await card.search();
    expect(await items.isFocused()).toBe(true);
    expect(card.text()).toContain('East 1001');
  });
});

function typeInto(field: HTMLInputElement | null, text: string): void {
  if (field === null) throw new Error('There is no such field.');
  field.value = text;
  field.dispatchEvent(new Event('input'));
}
