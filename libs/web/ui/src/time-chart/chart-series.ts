/** A colour of the theme; the words beside it say the same. */
export type SeriesTone = 'accent' | 'good' | 'info' | 'warn' | 'bad' | 'neutral';

/** One row of values over the times of a chart. */
export interface ChartSeries {
  readonly name: string;
  readonly tone: SeriesTone;
  /** Undefined where nothing was measured: the line has a gap there, and is never drawn as zero. */
  readonly values: readonly (number | undefined)[];
}

export interface ChartContent {
  readonly times: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly kind: 'lines' | 'stacked-bars';
  readonly format: (value: number) => string;
}

/** Lines differ in how they are drawn, too: not everybody tells their colours apart. */
export const LINE_DASHES = ['solid', 'dashed', 'dotted'] as const;

export function dashOf(index: number): (typeof LINE_DASHES)[number] {
  return LINE_DASHES[index % LINE_DASHES.length] ?? 'solid';
}
