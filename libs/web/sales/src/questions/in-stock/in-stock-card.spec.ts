import { TestKey } from '@angular/cdk/testing';
import { CopyButtonHarness, ErpPanelHarness } from '@headwater/web/ui';
import { ask } from '../../testing/ask';
import { okSection, PROBLEM } from '../../testing/sections.builder';
import { anItemView, aStockView, batchOf, each, pageOf } from '../../testing/views.builder';
import { aConnection, answer, refuse, requests, settle } from '../../testing/web-testing';

const EAST = '/api/erp/connections/east';
const WEST = '/api/erp/connections/west';
const HIT = okSection(pageOf(anItemView()));

async function askForStock() {
  const card = await ask('question.in-stock');
  await (await card.search()).type('brg');
  await answer(card.http, `${EAST}/items`, HIT);
  return card;
}

describe('In stock?', () => {
  it('is asked and answered by keyboard alone, and gives the focus back', async () => {
    const card = await askForStock();
    const search = await card.search();
    expect(await search.options()).toEqual(['BRG-6204Ball bearingEA']);
    await search.press(TestKey.ENTER);
    const second = aStockView({ warehouse: 'ATL', warehouseName: 'Atlanta', available: each('0') });
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(aStockView(), second)));

    const panel = await card.get(ErpPanelHarness.withTitle('Stock'));
    const text = (await panel.bodyText()).replace(/\s+/g, ' ');
    for (const figure of ['MAIN Columbus', '140 EA', '20 EA', '120 EA', '50 EA', 'Nov 30, 2026'])
      expect(text).toContain(figure);
    expect(await (await panel.freshness())?.text()).toBe('live');
    expect(await search.isFocused()).toBe(true);

    await (await card.dialog()).close();
    await settle();
    expect(await card.isOpen()).toBe(false);
    expect(document.activeElement).toBe(card.opener);
  });

  it('copies the answer with its time and source', async () => {
    const card = await askForStock();
    await (await card.search()).press(TestKey.ENTER);
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(aStockView())));
    await (await card.get(CopyButtonHarness)).copy();
    expect(card.copied[0]).toMatch(
      /^BRG-6204 Ball bearing\nMAIN Columbus: 120 EA available \(140 EA on hand, 20 EA allocated, 50 EA on order, next Nov 30, 2026\)\nAs of Nov 23, 2026.*East, company 1$/,
    );
  });

  it('copies no zero for what the ERP does not say', async () => {
    const { allocated, onOrder, ...silent } = aStockView();
    const card = await askForStock();
    await (await card.search()).press(TestKey.ENTER);
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(silent)));
    expect((await (await card.get(ErpPanelHarness)).bodyText()).match(/not given/g)).toHaveLength(2);
    await (await card.get(CopyButtonHarness)).copy();
    expect(card.copied[0]).toContain('MAIN Columbus: 120 EA available (140 EA on hand, next Nov 30, 2026)');
  });

  it('asks all ERPs side by side, each with a state of its own', async () => {
    const card = await ask('question.in-stock', {
      connections: [aConnection(), aConnection({ id: 'west', name: 'West' })],
    });
    const search = await card.search();
    await search.type('brg');
    await answer(card.http, `${WEST}/items`, HIT);
    expect(await search.groups()).toEqual([expect.stringContaining('searching'), 'West']);
    await refuse(card.http, `${EAST}/items`, PROBLEM);
    expect((await search.groups())[0]).toContain('The ERP cannot be reached');
    await search.press(TestKey.ENTER);
    expect(await requests(card.http, `${WEST}/availability`)).toHaveLength(1);
  });

  it('shows a failing answer as a failure, with nothing to copy', async () => {
    const card = await askForStock();
    await (await card.search()).press(TestKey.ENTER);
    await refuse(card.http, `${EAST}/availability`, PROBLEM);
    expect(await (await card.get(ErpPanelHarness)).state()).toBe('failed');
    expect(card.text()).not.toContain('0 EA');
    await expect(card.get(CopyButtonHarness)).rejects.toThrow();
  });

  it('follows what the ERP reports of this very item', async () => {
    const card = await askForStock();
    await (await card.search()).press(TestKey.ENTER);
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(aStockView())));
    const change = { connectionId: 'east', kind: 'availability', key: 'OTHER', capabilities: ['availability'] };
    card.streams.send('/api/stream', 'erp-changed', change);
    await settle();
    card.http.expectNone(({ url }) => url.endsWith('/availability'));
    card.streams.send('/api/stream', 'erp-changed', { ...change, key: 'brg-6204' });
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(aStockView({ available: each('7') }))));
    expect(await (await card.get(ErpPanelHarness)).bodyText()).toContain('7 EA');
    card.streams.send('/api/stream', 'erp-changed', { ...change, key: '*' });
    await answer(card.http, `${EAST}/availability`, okSection(batchOf(aStockView({ available: each('6') }))));
    expect(await (await card.get(ErpPanelHarness)).bodyText()).toContain('6 EA');
  });
});
