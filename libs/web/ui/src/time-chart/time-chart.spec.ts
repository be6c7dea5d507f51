import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { CHART_ENGINE, type ChartEngine } from './chart-engine';
import type { ChartContent } from './chart-series';
import { TimeChart } from './time-chart';
import { TimeChartHarness } from './time-chart.harness';

const SERIES = [
  { name: 'half', tone: 'accent', values: [40, undefined] },
  { name: 'nearly all', tone: 'warn', values: [180, undefined] },
] as const;

class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

async function aChart(loadEngine: () => Promise<ChartEngine>) {
  // jsdom has no layout, so that nothing is ever resized.
  globalThis.ResizeObserver = NoResizes;
  TestBed.configureTestingModule({ providers: [{ provide: CHART_ENGINE, useValue: loadEngine }] });
  const fixture = TestBed.createComponent(TimeChart);
  fixture.componentRef.setInput('title', 'How long it takes');
  fixture.componentRef.setInput('summary', 'Mostly within 180 ms.');
  fixture.componentRef.setInput('times', ['09:13', '09:14']);
  fixture.componentRef.setInput('series', SERIES);
  fixture.componentRef.setInput('format', (value: number) => `${value}ms`);
  const chart = await TestbedHarnessEnvironment.harnessForFixture(fixture, TimeChartHarness);
  await fixture.whenStable();
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
  return { chart, fixture };
}

/** Notes what it is given to draw. */
function anEngine() {
  const drawn: ChartContent[] = [];
  const removed: HTMLElement[] = [];
  const engine: ChartEngine = (host) => ({
    draw: (content) => void drawn.push(content),
    resize: () => undefined,
    remove: () => void removed.push(host),
  });
  return { drawn, removed, load: async () => engine };
}

describe('a chart over time', () => {
  it('says in words what it draws, and names each line', async () => {
    const { chart } = await aChart(anEngine().load);
    expect([await chart.title(), await chart.summary()]).toEqual(['How long it takes', 'Mostly within 180 ms.']);
    expect(await chart.legend()).toEqual(['half', 'nearly all']);
  });

  it('holds the same as a table, the newest minute first, and no zero for what was not measured', async () => {
    const { chart } = await aChart(anEngine().load);
    const [, newest, before] = await chart.table();
    expect(newest?.join('')).toBe('09:14––');
    expect(before?.join('')).toBe('09:1340ms180ms');
  });

  it('is drawn anew when its values change, and removed with the page', async () => {
    const { drawn, removed, load } = anEngine();
    const { fixture } = await aChart(load);
    expect(drawn).toHaveLength(1);
    fixture.componentRef.setInput('times', ['09:14', '09:15']);
    await fixture.whenStable();
    expect(drawn.map(({ times }) => times)).toEqual([
      ['09:13', '09:14'],
      ['09:14', '09:15'],
    ]);
    fixture.destroy();
    expect(removed).toHaveLength(1);
  });

  it('follows the colour scheme', async () => {
    const { drawn, load } = anEngine();
    const { fixture } = await aChart(load);
    document.documentElement.dataset['scheme'] = 'dark';
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
    expect(drawn).toHaveLength(2);
    delete document.documentElement.dataset['scheme'];
  });

  it('leaves the table where the drawing cannot be loaded', async () => {
    const { chart } = await aChart(() => Promise.reject(new Error('gone')));
    expect(await (await chart.host()).text()).toContain('The drawing could not be loaded');
    expect(await chart.table()).toHaveLength(3);
  });
});
