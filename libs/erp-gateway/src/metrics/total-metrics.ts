import type { TotalFigures } from '../figures/total-figures';
import {
  countsOf,
  type FamilyHead,
  familyOf,
  histogramFamily,
  histogramsOf,
  type Labels,
  type MetricFamily,
} from './metric-family';

export interface CountedConnection {
  readonly labels: Labels;
  readonly totals: TotalFigures;
}

/** A tally of the totals, and what the parts of its names are called. */
interface CounterPlan extends Omit<FamilyHead, 'type'> {
  readonly of: 'repeated' | 'spared' | 'notices' | 'sweptChanges' | 'watchFailures' | 'agreement';
  readonly labels: readonly string[];
}

interface HistogramPlan extends Omit<FamilyHead, 'type'> {
  readonly of: 'calls' | 'reads' | 'delivery' | 'invalidation';
  readonly labels: readonly string[];
}

const HISTOGRAMS: readonly HistogramPlan[] = [
  {
    of: 'calls',
    name: 'headwater_erp_call_seconds',
    help: 'Calls to the ERP by operation and outcome.',
    labels: ['operation', 'outcome'],
  },
  {
    of: 'reads',
    name: 'headwater_erp_read_seconds',
    help: 'Reads as their reader saw them, by cache decision and outcome.',
    labels: ['operation', 'decision', 'outcome'],
  },
  {
    of: 'delivery',
    name: 'headwater_erp_notice_delivery_seconds',
    help: 'From the ERP’s own time of a change to the receipt of its notice.',
    labels: [],
  },
  {
    of: 'invalidation',
    name: 'headwater_erp_notice_invalidation_seconds',
    help: 'From the receipt of a notice to the moment no older answer can be given.',
    labels: [],
  },
];

const COUNTERS: readonly CounterPlan[] = [
  {
    of: 'repeated',
    name: 'headwater_erp_repeated_calls_total',
    help: 'Second attempts at calls: retries after a failure, hedges beside a slow first one.',
    labels: ['operation', 'why'],
  },
  {
    of: 'spared',
    name: 'headwater_erp_spared_calls_total',
    help: 'Calls that were not made so as to spare the ERP, by what held them back.',
    labels: ['operation', 'by'],
  },
  {
    of: 'notices',
    name: 'headwater_erp_notices_total',
    help: 'Change notices of the ERP that were accepted.',
    labels: ['duplicate'],
  },
  {
    of: 'sweptChanges',
    name: 'headwater_erp_swept_changes_total',
    help: 'Changes found by looking for them in an ERP that sends no notices.',
    labels: [],
  },
  {
    of: 'watchFailures',
    name: 'headwater_erp_watch_failures_total',
    help: 'Sweeps over changes and subscriptions to notices that did not succeed.',
    labels: ['what', 'code'],
  },
  {
    of: 'agreement',
    name: 'headwater_erp_agreement_total',
    help: 'Kept answers that were compared with the ERP’s own, by result.',
    labels: ['result'],
  },
];

/** What was counted since the process began. */
export function totalMetrics(connections: readonly CountedConnection[]): readonly MetricFamily[] {
  return [
    ...HISTOGRAMS.map(({ of, labels: names, ...head }) =>
      histogramFamily(
        head,
        connections.flatMap(({ labels, totals }) => histogramsOf(totals[of], names, labels)),
      ),
    ),
    ...COUNTERS.map(({ of, labels: names, ...head }) =>
      familyOf(
        { ...head, type: 'counter' },
        connections.flatMap(({ labels, totals }) => countsOf(totals[of], names, labels)),
      ),
    ),
  ];
}
