import { InjectionToken } from '@angular/core';
import type { ChartContent, SeriesTone } from './chart-series';

export interface ChartColors {
  readonly tones: { readonly [T in SeriesTone]: string };
  readonly text: string;
  readonly line: string;
  readonly sheet: string;
  readonly font: string;
}

/** A drawn chart, for as long as it is on the page. */
export interface DrawnChart {
  draw(content: ChartContent, colors: ChartColors): void;
  resize(): void;
  remove(): void;
}

export type ChartEngine = (host: HTMLElement) => DrawnChart;

/** What draws charts, fetched when the first one is shown: it is larger than the rest of the page. */
export const CHART_ENGINE = new InjectionToken<() => Promise<ChartEngine>>('chart engine', {
  providedIn: 'root',
  factory: () => async () => (await import('./echarts-engine')).echartsEngine,
});
