import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { Type } from '@angular/core';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Section } from '@headwater/erp-contracts';
import { ErpPanelHarness, LOCALE } from '@headwater/web/ui';
import type { LinkedPanel } from '../erp-sections/linked-section';
import {
  aPanel,
  EAST,
  FAILED,
  HIDDEN,
  lastKnownSection,
  okSection,
  PROBLEM,
  UNSUPPORTED,
} from '../testing/sections.builder';
import {
  aCreditView,
  anInvoiceView,
  anOrderView,
  aPriceView,
  aShipmentView,
  aStockView,
  batchOf,
  each,
  pageOf,
  usd,
} from '../testing/views.builder';
import { CreditStrip } from './credit-strip/credit-strip';
import { InvoicesPanel } from './invoices-panel/invoices-panel';
import { OrdersPanel } from './orders-panel/orders-panel';
import { PricesPanel } from './prices-panel/prices-panel';
import { ShipmentsPanel } from './shipments-panel/shipments-panel';
import { StockPanel } from './stock-panel/stock-panel';

interface PanelCase {
  readonly title: string;
  readonly component: Type<unknown>;
  readonly value: unknown;
  /** What is on the screen when the ERP answered. */
  readonly says: readonly string[];
  readonly empty?: { readonly value: unknown; readonly says: string };
}

const EMPTY = pageOf();

const CASES: readonly PanelCase[] = [
  {
    title: 'Orders',
    component: OrdersPanel,
    value: pageOf(anOrderView()),
    says: ['100234', 'PO-7', 'Partly shipped', 'Nov 2, 2026', '$1,249.50'],
    empty: { value: EMPTY, says: 'No orders.' },
  },
  {
    title: 'Shipments',
    component: ShipmentsPanel,
    value: pageOf(aShipmentView()),
    says: ['100234-00', 'Shipped', 'Nov 12, 2026', 'late', 'UPS Ground', '1Z7'],
    empty: { value: EMPTY, says: 'Nothing shipped yet.' },
  },
  {
    title: 'Open invoices',
    component: InvoicesPanel,
    value: pageOf(anInvoiceView()),
    says: ['I-9', 'Partly paid', 'Oct 31, 2026', 'overdue', '$320.25', '1–30 days'],
    empty: { value: EMPTY, says: 'No open invoices.' },
  },
  {
    title: 'Prices',
    component: PricesPanel,
    value: batchOf(aPriceView()),
    says: ['BRG-6204', 'Contract', '$12.50', '10 %', '$11.25'],
    empty: { value: batchOf(), says: 'No items bought yet' },
  },
  {
    title: 'Stock',
    component: StockPanel,
    value: batchOf(aStockView()),
    says: ['BRG-6204', 'MAIN 120', '50 EA', 'Nov 30, 2026'],
    empty: { value: batchOf(), says: 'No items bought yet' },
  },
  {
    title: 'Credit',
    component: CreditStrip,
    value: aCreditView(),
    says: ['Not on hold', '$10,000.00', '$9,000.00', '$1,000.00', '$320.25', 'Net 30', '90 % of the limit used, close'],
  },
];

async function show(
  { component, title }: Pick<PanelCase, 'component' | 'title'>,
  panel: LinkedPanel<unknown>,
  onRefresh: () => void = () => undefined,
) {
  TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: LOCALE, useValue: 'en-US' }] });
  const shown = signal(panel);
  const credit = () => aPanel(okSection(aCreditView()));
  const fixture = TestBed.createComponent(component, {
    bindings: [
      inputBinding('panel', shown),
      outputBinding('refresh', onRefresh),
      ...(component === InvoicesPanel
        ? [inputBinding('credit', credit), inputBinding('today', () => '2026-11-23')]
        : []),
    ],
  });
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const harness = await loader.getHarness(ErpPanelHarness.withTitle(title));
  return { harness, shown, element: fixture.nativeElement as HTMLElement };
}

describe.each(CASES)('the panel "$title"', (panel) => {
  const withSection = (section: Section<unknown> | undefined) => show(panel, aPanel(section));

  it('waits without claiming anything', async () => {
    const { harness } = await withSection(undefined);
    expect(await harness.state()).toBe('loading');
    expect(await harness.freshness()).toBeNull();
  });

  it('shows what the ERP said, from where and how fresh', async () => {
    const { harness } = await withSection(okSection(panel.value));
    const text = (await harness.bodyText()).replace(/\s+/g, ' ');
    expect(await harness.state()).toBe('value');
    for (const part of panel.says) expect(text).toContain(part);
    expect(await harness.source()).toBe('East · company 1 · customer 1001');
    expect(await (await harness.freshness())?.text()).toBe('live');
  });

  it('shows last-known values as such', async () => {
    const { harness } = await withSection(lastKnownSection(panel.value));
    expect(await harness.state()).toBe('value');
    expect(await (await harness.freshness())?.text()).toMatch(/^last known /);
  });

  it('shows a failure as a failure, with a way to ask again', async () => {
    const refreshed = jest.fn();
    const { harness } = await show(panel, aPanel(FAILED), refreshed);
    expect(await harness.state()).toBe('failed');
    expect(await (await harness.problem())?.title()).toBe('The ERP cannot be reached');
    const text = await harness.bodyText();
    for (const claim of [panel.empty?.says ?? 'Not on hold', '$0.00', '0 EA']) expect(text).not.toContain(claim);
    await harness.refresh();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('says what this ERP does not offer', async () => {
    const { harness } = await withSection(UNSUPPORTED);
    expect(await harness.state()).toBe('unsupported');
    expect(await harness.bodyText()).toContain('This site keeps no such records.');
  });

  it('says that it is hidden, not that it is missing', async () => {
    const { harness } = await withSection(HIDDEN);
    expect(await harness.state()).toBe('hidden');
    expect(await (await harness.freshness())?.text()).toBe('hidden');
  });

  it('keeps the value and says so when asking again did not reach Headwater', async () => {
    const { harness } = await show(panel, aPanel(lastKnownSection(panel.value), { problem: PROBLEM }));
    expect(await harness.bodyText()).toContain('Not asked again: The ERP cannot be reached.');
    expect(await harness.bodyText()).toContain(panel.says[0]);
  });
});

describe.each(CASES.filter(({ empty }) => empty !== undefined))('the panel "$title" without rows', (panel) => {
  it('says that the ERP has none', async () => {
    const { harness } = await show(panel, aPanel(okSection(panel.empty?.value)));
    expect(await harness.state()).toBe('empty');
    expect(await harness.bodyText()).toContain(panel.empty?.says);
  });
});

describe('several linked customers', () => {
  it('each have a panel with a state of its own', async () => {
    const west = { ...EAST, id: 'l-2', connectionId: 'west', connectionName: 'West', externalId: '77' };
    const one = aPanel<unknown>(okSection(pageOf(anOrderView())));
    const both = {
      ...one,
      sections: [...one.sections, { link: west, sourceLabel: 'West · customer 77', section: FAILED }],
    };
    const { element } = await show({ component: OrdersPanel, title: 'Orders' }, both);
    const states = [...element.querySelectorAll('.body')].map((body) => body.getAttribute('data-state'));
    expect(states).toEqual(['value', 'failed']);
  });
});

describe('the credit strip', () => {
  it('says in words that orders are held and the limit is exceeded', async () => {
    const credit = aCreditView({ onHold: true, used: usd('12000.00') });
    const { harness } = await show({ component: CreditStrip, title: 'Credit' }, aPanel<unknown>(okSection(credit)));
    const text = await harness.bodyText();
    expect(text).toContain('On credit hold');
    expect(text).toContain('120 % of the limit used, over the limit');
  });

  it('does not invent a limit the ERP does not set', async () => {
    const { limit: _limit, available: _available, ...unlimited } = aCreditView();
    const { harness } = await show({ component: CreditStrip, title: 'Credit' }, aPanel<unknown>(okSection(unlimited)));
    expect(await harness.bodyText()).toContain('none set');
    expect(await harness.bodyText()).not.toContain('$0.00');
  });
});

describe('the stock panel', () => {
  it('says that an item is out of stock, and adds nothing up in different units', async () => {
    const out = aStockView({ item: 'OUT', available: each('0') });
    const boxes = aStockView({ warehouse: 'ATL', available: { value: '3', unit: 'BX' } });
    const stock = batchOf(out, aStockView(), boxes);
    const { harness } = await show({ component: StockPanel, title: 'Stock' }, aPanel<unknown>(okSection(stock)));
    const text = await harness.bodyText();
    expect(text).toContain('Out of stock');
    expect(text).toContain('several units');
  });
});
