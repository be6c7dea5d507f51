import { type BucketHistogram, type BucketHistograms } from '../figures/bucket-histogram';
import type { Tally } from '../figures/tally';

export type Labels = Readonly<Record<string, string>>;

export interface MetricSample {
  readonly labels: Labels;
  readonly value: number;
  /** The family's name, with `_bucket`, `_sum` or `_count` behind it in a histogram. */
  readonly name: string;
}

/** One metric in the terms of Prometheus, ready to be written out by any of its libraries. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly MetricSample[];
}

/** What all samples of a family have in common. */
export type FamilyHead = Omit<MetricFamily, 'samples'>;

/** A value and its labels. */
export type Measured = readonly [labels: Labels, value: number | undefined];

/** A family of single values; what was not measured has no sample. */
export function familyOf(head: FamilyHead, measured: readonly Measured[]): MetricFamily {
  const samples = measured.flatMap(([labels, value]) =>
    value === undefined ? [] : [{ name: head.name, labels, value }],
  );
  return { ...head, samples };
}

/** A tally's counts, its name's parts as labels of these names. */
export function countsOf(tally: Tally, names: readonly string[], shared: Labels): readonly Measured[] {
  return tally.entries().map(([parts, count]) => [{ ...shared, ...labelsOf(names, parts) }, count]);
}

export function histogramFamily(
  head: Omit<FamilyHead, 'type'>,
  histograms: readonly (readonly [labels: Labels, histogram: BucketHistogram])[],
): MetricFamily {
  const samples = histograms.flatMap(([labels, histogram]) => [
    ...histogram.cumulative().map(({ le, count }) => sample('_bucket', { ...labels, le: String(le) }, count)),
    sample('_bucket', { ...labels, le: '+Inf' }, histogram.count),
    sample('_sum', labels, histogram.sumS),
    sample('_count', labels, histogram.count),
  ]);
  return { ...head, type: 'histogram', samples };

  function sample(suffix: string, labels: Labels, value: number): MetricSample {
    return { name: `${head.name}${suffix}`, labels, value };
  }
}

export function histogramsOf(
  histograms: BucketHistograms,
  names: readonly string[],
  shared: Labels,
): readonly (readonly [Labels, BucketHistogram])[] {
  return histograms.entries().map(([parts, histogram]) => [{ ...shared, ...labelsOf(names, parts) }, histogram]);
}

function labelsOf(names: readonly string[], parts: readonly string[]): Labels {
  return Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '']));
}
