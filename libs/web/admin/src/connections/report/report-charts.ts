import type { ConnectionReport, LatencyFigures, MinuteFigures } from '@headwater/erp-contracts';
import type { ChartSeries, SeriesTone } from '@headwater/web/ui';
import type { NumberText } from './number-text';

export interface ReportChart {
  readonly title: string;
  readonly summary: string;
  readonly kind: 'lines' | 'stacked-bars';
  readonly series: readonly ChartSeries[];
  readonly format: (value: number) => string;
}

/** What the minutes of a report look like drawn, each with a sentence that says the same. */
export function reportCharts({ minutes, calls, reads }: ConnectionReport, text: NumberText): readonly ReportChart[] {
  const latencyOf = (percentile: keyof LatencyFigures) => minutes.map(({ latencyMs }) => latencyMs?.[percentile]);
  const slowest = calls.latencyMs;
  const bars = barsOver(minutes);
  return [
    {
      title: 'How long the ERP takes, minute by minute',
      summary: slowest === undefined ? 'No call was made.' : `The longest call took ${text.duration(slowest.max)}.`,
      kind: 'lines',
      series: [
        { name: 'Half of the calls within', tone: 'accent', values: latencyOf('p50') },
        { name: '95 of 100 within', tone: 'info', values: latencyOf('p95') },
        { name: '99 of 100 within', tone: 'warn', values: latencyOf('p99') },
      ],
      format: text.duration,
    },
    {
      title: 'How people were answered, minute by minute',
      summary: `${text.count(reads.count)} reads, ${text.count(reads.hits)} of them with an answer at hand.`,
      kind: 'stacked-bars',
      series: [
        bars('Answer at hand', 'accent', ({ hits }) => hits),
        bars('Shared a call', 'info', ({ joined }) => joined),
        bars('Call of its own', 'neutral', ownCalls),
        bars('Older answer', 'warn', ({ lastKnown }) => lastKnown),
      ],
      format: text.count,
    },
    {
      title: 'Calls to the ERP, minute by minute',
      summary: `${text.count(calls.count)} calls, ${text.count(calls.failed)} of them failed.`,
      kind: 'stacked-bars',
      series: [
        bars('Without failure', 'accent', (minute) => minute.calls - minute.failed),
        bars('Failed', 'bad', ({ failed }) => failed),
      ],
      format: text.count,
    },
  ];
}

function ownCalls({ reads, hits, joined, lastKnown }: MinuteFigures): number {
  return reads - hits - joined - lastKnown;
}

/** Makes a row of bars out of one count of each minute. */
function barsOver(minutes: readonly MinuteFigures[]) {
  return (name: string, tone: SeriesTone, of: (minute: MinuteFigures) => number): ChartSeries => ({
    name,
    tone,
    values: minutes.map(of),
  });
}
