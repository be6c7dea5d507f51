import { TestKey } from '@angular/cdk/testing';
import type { Problem } from '@headwater/kernel';
import { CopyButtonHarness, ErpPanelHarness } from '@headwater/web/ui';
import { ask } from '../../testing/ask';
import { okSection, PROBLEM } from '../../testing/sections.builder';
import { anOrderDetail, anOrderView, aShipmentView, pageOf } from '../../testing/views.builder';
import { aConnection, answer, refuse } from '../../testing/web-testing';

const BASE = '/api/erp/connections/east';
const NOT_FOUND: Problem = { ...PROBLEM, code: 'not-found', title: 'Not found in the ERP', status: 404 };

async function askForOrder() {
  const card = await ask('question.where-is-my-shipment');
  const search = await card.search();
  await search.type('100234');
  await search.press(TestKey.ENTER);
  await answer(card.http, `${BASE}/orders/100234`, okSection(anOrderDetail()));
  await answer(card.http, `${BASE}/orders`, okSection(pageOf()));
  return card;
}

describe('Where is my shipment?', () => {
  it('shows every part of the order on its way, and what is still to come', async () => {
    const card = await askForOrder();
    await answer(card.http, `${BASE}/orders/100234`, okSection(anOrderDetail()));
    await answer(card.http, `${BASE}/shipments`, okSection(pageOf(aShipmentView())));
    const shipments = await card.get(ErpPanelHarness.withTitle('Shipments'));
    const text = (await shipments.bodyText()).replace(/\s+/g, ' ');
    expect(text).toMatch(/Entered.*done.*Nov 2, 2026.*Picked.*done.*Shipped.*done.*Nov 12, 2026.*Delivered.*not yet/);
    expect(text).toContain('UPS Ground');
    expect(text).toContain('left after the promised Nov 10, 2026');
    expect(document.querySelector('a[href="https://carrier.example/1Z7"]')?.getAttribute('rel')).toContain('noopener');
    const order = (await (await card.get(ErpPanelHarness.withTitle('Order'))).bodyText()).replace(/\s+/g, ' ');
    expect(order).toContain('4 EA of 10 EA shipped, 6 EA backordered, promised Nov 20, 2026');
  });

  it('copies both answers with the older time, and nothing while one is missing', async () => {
    const card = await askForOrder();
    await answer(card.http, `${BASE}/orders/100234`, okSection(anOrderDetail()));
    await expect(card.get(CopyButtonHarness)).rejects.toThrow();
    const older = okSection(pageOf(aShipmentView()));
    const freshness = { ...older.freshness, state: 'last-known', asOf: '2026-11-22T08:00:00.000Z' };
    await answer(card.http, `${BASE}/shipments`, { ...older, freshness });
    await (await card.get(CopyButtonHarness)).copy();
    expect(card.copied[0]).toContain('Order 100234, your PO PO-7');
    expect(card.copied[0]).toContain(
      'Shipment 100234-00: shipped Nov 12, 2026, UPS Ground https://carrier.example/1Z7',
    );
    expect(card.copied[0]).toContain('Still to come: BRG-6204 Ball bearing, 4 of 10 EA shipped');
    expect(card.copied[0]).toMatch(/As of Nov 22, 2026.*last known/);
  });

  it('finds orders by the customer PO where the ERP can, and lets one choose among several', async () => {
    const card = await ask('question.where-is-my-shipment');
    const search = await card.search();
    await search.type('PO-7');
    await refuse(card.http, `${BASE}/orders/PO-7`, NOT_FOUND);
    const orders = pageOf(anOrderView(), anOrderView({ number: '100300' }));
    await answer(card.http, `${BASE}/orders?customerPo=PO-7&limit=10`, okSection(orders));
    expect((await search.groups())[0]).toContain('nothing found');
    expect(await search.options()).toHaveLength(2);
    await search.press(TestKey.DOWN_ARROW);
    await search.press(TestKey.ENTER);
    await answer(card.http, `${BASE}/orders/100300`, okSection(anOrderDetail({ number: '100300' })));
    expect(card.text()).toContain('Order 100300');
  });

  it('does not offer the PO where the ERP cannot filter by it', async () => {
    const plain = aConnection();
    const { list: _list, ...orders } = plain.capabilities.orders as {
      readonly list?: unknown;
      readonly supported: true;
    };
    const connection = { ...plain, capabilities: { ...plain.capabilities, orders } };
    const card = await ask('question.where-is-my-shipment', { connections: [connection] });
    expect(card.text()).not.toContain('customer PO');
    await (await card.search()).type('100234');
    await refuse(card.http, `${BASE}/orders/100234`, NOT_FOUND);
    expect(await (await card.search()).groups()).toEqual(['East · order numbernothing found']);
  });

  it('says that nothing has left yet only when the ERP said so', async () => {
    const card = await askForOrder();
    await answer(card.http, `${BASE}/orders/100234`, okSection(anOrderDetail({ status: 'open' })));
    await refuse(card.http, `${BASE}/shipments`, PROBLEM);
    const shipments = await card.get(ErpPanelHarness.withTitle('Shipments'));
    expect(await shipments.state()).toBe('failed');
    expect(card.text()).not.toContain('Nothing has left yet');
    await shipments.refresh();
    await answer(card.http, `${BASE}/shipments?order=100234&fresh=true`, okSection(pageOf()));
    expect(card.text()).toContain('Nothing has left yet.');
  });
});
