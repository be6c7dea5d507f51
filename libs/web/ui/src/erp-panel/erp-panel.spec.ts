import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Problem } from '@headwater/kernel';
import { ErpPanel } from './erp-panel';
import { ErpPanelHarness } from './erp-panel.harness';
import type { PanelSection } from './panel-section';
import { PanelValue } from './panel-value';

interface Orders {
  readonly items: readonly { readonly number: string }[];
}

const SOURCE = { connectionId: 'c1', adapter: 'infor-sxe', company: '1' };
const PROBLEM: Problem = { type: 'urn:t', title: 'The ERP cannot be reached', status: 503, code: 'unavailable' };

function ordersOf(...numbers: readonly string[]): PanelSection<Orders> {
  const freshness = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 } as const;
  return { status: 'ok', data: { items: numbers.map((number) => ({ number })) }, source: SOURCE, freshness };
}

@Component({
  imports: [ErpPanel, PanelValue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <hw-erp-panel
      title="Orders"
      sourceLabel="SX.e East · company 1"
      emptyText="No orders yet."
      [section]="section()"
      (refresh)="asked = asked + 1"
    >
      <ng-template [hwPanelValue]="section()" let-orders>
        @for (order of orders.items; track order.number) {
          <p>{{ order.number }}</p>
        }
      </ng-template>
    </hw-erp-panel>
  `,
})
class PanelHost {
  readonly section = signal<PanelSection<Orders> | undefined>(undefined);
  asked = 0;
}

async function panelWith(section: PanelSection<Orders> | undefined) {
  const fixture = TestBed.createComponent(PanelHost);
  fixture.componentInstance.section.set(section);
  const panel = await TestbedHarnessEnvironment.loader(fixture).getHarness(ErpPanelHarness.withTitle('Orders'));
  return { panel, host: fixture.componentInstance };
}

describe('an ERP panel', () => {
  it('shows that it waits before the answer came, and then the answer with its source and freshness', async () => {
    const { panel, host } = await panelWith(undefined);
    expect(await panel.state()).toBe('loading');
    expect(await panel.freshness()).toBeNull();

    host.section.set(ordersOf('1000123'));
    expect(await panel.state()).toBe('value');
    expect(await panel.bodyText()).toContain('1000123');
    expect(await panel.source()).toBe('SX.e East · company 1');
    expect(await (await panel.freshness())?.text()).toBe('live');
  });

  it('says so when the ERP answered with nothing', async () => {
    const { panel } = await panelWith(ordersOf());
    expect(await panel.state()).toBe('empty');
    expect(await panel.bodyText()).toContain('No orders yet.');
  });

  it('never shows a failure as an empty list', async () => {
    const { panel, host } = await panelWith({ status: 'failed', source: SOURCE, problem: PROBLEM });
    expect(await panel.state()).toBe('failed');
    expect(await panel.bodyText()).not.toContain('No orders yet.');
    expect(await (await panel.problem())?.title()).toBe('The ERP cannot be reached');
    expect(await (await panel.freshness())?.text()).toBe('not available');

    await (await panel.problem())?.retry();
    expect(host.asked).toBe(1);
  });

  it('says what the connection cannot do', async () => {
    const problem = { ...PROBLEM, detail: 'This site does not sell through quotes.' };
    const { panel } = await panelWith({ status: 'unsupported', source: SOURCE, problem });
    expect(await panel.bodyText()).toContain('This site does not sell through quotes.');
  });

  it('says that something is hidden, and not that it is missing', async () => {
    const { panel } = await panelWith({ status: 'hidden', source: SOURCE });
    expect(await panel.bodyText()).toContain('You do not have permission to see orders.');
    expect(await (await panel.freshness())?.text()).toBe('hidden');
  });

  it('asks again on demand', async () => {
    const { panel, host } = await panelWith(ordersOf('1000123'));
    await panel.refresh();
    expect(host.asked).toBe(1);
  });
});
