import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HttpTestingController } from '@angular/common/http/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { TestBed } from '@angular/core/testing';
import type { Account } from '@headwater/relationship';
import { ErpPanelHarness } from '@headwater/web/ui';
import { salesRoutes } from '../sales.routes';
import { EAST, FAILED, HIDDEN, okSection, PROBLEM } from '../testing/sections.builder';
import { aCreditView, anOrderDetail, anOrderView, pageOf, usd } from '../testing/views.builder';
import { aConnection, answer, refuse, requests, settle, webUnderTest, type WebUnderTest } from '../testing/web-testing';

const ACCOUNT: Account = {
  id: 'a-1',
  name: 'Acme',
  phone: '(924) 555-0161',
  website: 'https://www.acme.example/',
  industry: null,
  territory: 'East',
  ownerId: 'u-1',
  ownerName: 'Robin Rep',
  parentId: null,
  erpLinks: [EAST],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};
const OVERVIEW = '/api/accounts/a-1/erp';
const REF = { connectionId: 'east', kind: 'customer', externalId: '1001' };
const CREDIT = { ...okSection(aCreditView()), ref: REF };
const ORDERS = { ...okSection(pageOf(anOrderView())), ref: REF };

async function openPage(account: Account = ACCOUNT, url = '/a-1') {
  const web = webUnderTest({ routes: salesRoutes });
  const router = await RouterTestingHarness.create();
  document.body.append(router.fixture.nativeElement as HTMLElement);
  await router.navigateByUrl(url);
  await answer(web.http, '/api/erp/connections', {
    items: [aConnection()],
    nextCursor: null,
    count: { value: 1, exact: true },
  });
  await answer(web.http, '/api/accounts/a-1', account);
  await answerOwned(web.http);
  const element = router.fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(router.fixture);
  return {
    ...web,
    router,
    element,
    panel: (title: string) => loader.getHarness(ErpPanelHarness.withTitle(title)),
    text: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
  };
}

async function answerOwned(http: HttpTestingController): Promise<void> {
  const nothing = { items: [], nextCursor: null, count: { value: 0, exact: true } };
  await answer(http, '/api/conversations', nothing);
  await answer(http, '/api/contacts', nothing);
}

async function arrive({ streams }: WebUnderTest, capability: string, section: object): Promise<void> {
  streams.send(OVERVIEW, 'section', { capability, section });
  await settle();
}

describe('the account page', () => {
  it('shows who the account is and which ERP customer', async () => {
    const page = await openPage();
    expect(page.element.querySelector('h1')?.textContent).toBe('Acme');
    for (const fact of ['Robin Rep', 'East 1001', '(924) 555-0161', 'acme.example'])
      expect(page.text()).toContain(fact);
    expect(document.title).toBe('Acme · Headwater');
  });

  it('shows each panel as its answer arrives, whatever the others do', async () => {
    const page = await openPage();
    await arrive(page, 'credit', CREDIT);
    expect(await (await page.panel('Credit')).state()).toBe('value');
    expect(await (await page.panel('Orders')).state()).toBe('loading');
    await arrive(page, 'orders', { ...FAILED, ref: REF });
    await arrive(page, 'prices', { ...HIDDEN, ref: REF });
    expect(await (await page.panel('Orders')).state()).toBe('failed');
    expect(await (await page.panel('Prices')).state()).toBe('hidden');
    expect(await (await page.panel('Stock')).state()).toBe('loading');
  });

  it('reads anew how the ERPs are once they have answered', async () => {
    const page = await openPage();
    page.streams.send(OVERVIEW, 'done', {});
    expect(await requests(page.http, '/api/erp/connections')).toHaveLength(1);
  });

  it('asks again for one panel only, past the cache, when somebody refreshes it', async () => {
    const page = await openPage();
    await arrive(page, 'credit', CREDIT);
    await (await page.panel('Credit')).refresh();
    const [request, ...others] = await requests(page.http, OVERVIEW);
    expect(others).toEqual([]);
    expect(request?.request.urlWithParams).toBe(`${OVERVIEW}/credit?fresh=true`);
    request?.flush({ sections: [{ ...okSection(aCreditView({ used: usd('1.00') })), ref: REF }] });
    await settle();
    expect(await (await page.panel('Credit')).bodyText()).toContain('$1.00');
  });

  it('shows a change the ERP reports without a reload, asks for nothing else, and says so politely', async () => {
    const page = await openPage();
    const announce = jest.spyOn(TestBed.inject(LiveAnnouncer), 'announce').mockResolvedValue();
    await arrive(page, 'orders', ORDERS);
    const change = { connectionId: 'east', kind: 'order', key: '100234', customer: '1001', capabilities: ['orders'] };
    page.streams.send('/api/stream', 'erp-changed', change);
    const asked = await requests(page.http, OVERVIEW);
    expect(asked.map(({ request }) => request.urlWithParams)).toEqual([`${OVERVIEW}/orders`]);
    const cancelled = pageOf(anOrderView({ status: 'cancelled' }));
    asked[0]?.flush({ sections: [{ ...okSection(cancelled), ref: REF }] });
    await settle();
    expect(await (await page.panel('Orders')).bodyText()).toContain('Cancelled');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(announce).toHaveBeenCalledWith('Orders updated from the ERP.', 'polite');
  });

  it('does not ask again for a change of another customer or another ERP', async () => {
    const page = await openPage();
    await arrive(page, 'orders', ORDERS);
    const change = { connectionId: 'east', kind: 'order', key: '9', customer: '2002', capabilities: ['orders'] };
    page.streams.send('/api/stream', 'erp-changed', change);
    page.streams.send('/api/stream', 'erp-changed', { ...change, connectionId: 'west', customer: '1001' });
    await settle();
    page.http.expectNone(({ url }) => url.startsWith(OVERVIEW));
  });

  it('asks for everything again when changes went unheard', async () => {
    const page = await openPage();
    page.streams.send(OVERVIEW, 'done', {});
    await settle();
    page.streams.to('/api/stream').listener.opened?.();
    const asked = await requests(page.http, OVERVIEW);
    expect(asked).toHaveLength(6);
  });

  it('says why it is empty when the account is linked to no ERP customer', async () => {
    const page = await openPage({ ...ACCOUNT, erpLinks: [] });
    expect(page.text()).toContain('Not linked to an ERP customer');
    expect(page.element.querySelectorAll('hw-erp-panel')).toHaveLength(0);
    expect(page.element.querySelector('hw-timeline-panel')).not.toBeNull();
  });

  it('hangs up when it is left', async () => {
    const page = await openPage();
    page.router.fixture.destroy();
    expect(page.streams.to(OVERVIEW).closed).toBe(true);
    expect(page.streams.to('/api/stream').closed).toBe(true);
  });
});

describe('an order over the account page', () => {
  const ORDER = '/api/erp/connections/east/orders/100234';

  it('has an address of its own, and Esc leads back to the account with the focus where it was', async () => {
    const page = await openPage();
    await arrive(page, 'orders', ORDERS);
    const link = page.element.querySelector<HTMLAnchorElement>('hw-orders-panel a');
    expect(link?.getAttribute('href')).toBe('/a-1/orders/east/100234');
    link?.focus();
    link?.click();
    await answer(page.http, ORDER, okSection(anOrderDetail()));
    await settle();
    expect(document.activeElement?.textContent).toBe('100234');
    expect(page.element.querySelector('.page')?.hasAttribute('inert')).toBe(true);

    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    await settle();
    expect(page.element.querySelector('hw-order-sheet')).toBeNull();
    expect(document.activeElement).toBe(link);
  });

  it('opens from its address alone, with lines, backorders and shipments each from their own answer', async () => {
    const page = await openPage(ACCOUNT, '/a-1/orders/east/100234');
    await answer(page.http, ORDER, okSection(anOrderDetail()));
    await refuse(page.http, '/api/erp/connections/east/shipments?order=100234', PROBLEM);
    const sheet = page.element.querySelector('hw-order-sheet');
    const states = [...(sheet?.querySelectorAll('.body') ?? [])].map((body) => body.getAttribute('data-state'));
    expect(states).toEqual(['value', 'failed']);
    expect(document.activeElement?.textContent).toBe('100234');
    expect(sheet?.textContent).toContain('BRG-6204');
    expect(sheet?.textContent?.replace(/\s+/g, ' ')).toContain('1 of 1 lines not shipped in full.');
  });

  it('follows what the ERP reports of it', async () => {
    const page = await openPage(ACCOUNT, '/a-1/orders/east/100234');
    await answer(page.http, ORDER, okSection(anOrderDetail()));
    const change = { connectionId: 'east', kind: 'order', key: '100234', customer: '1001', capabilities: ['orders'] };
    page.streams.send('/api/stream', 'erp-changed', change);
    await answer(page.http, ORDER, okSection(anOrderDetail({ customerPo: 'PO-NEW' })));
    expect(page.element.querySelector('hw-order-sheet')?.textContent).toContain('PO-NEW');
  });
});
