import { BREAKER_STATES, HEALTH_STATES, type ConnectionReport, type LatencyFigures } from '@headwater/erp-contracts';
import { familyOf, type Labels, type Measured, type MetricFamily } from './metric-family';

interface GaugePlan {
  readonly name: string;
  readonly help: string;
  readonly of: (report: ConnectionReport) => readonly Measured[];
}

/** The figures of the page, as they stand on it: those of its longest window, and those of this moment. */
const GAUGES: readonly GaugePlan[] = [
  {
    name: 'headwater_erp_connection_state',
    help: '1 for the state the connection is in.',
    of: ({ health }) => HEALTH_STATES.map((state) => [{ state }, state === health.state ? 1 : 0]),
  },
  {
    name: 'headwater_erp_connection_state_since_seconds',
    help: 'Since when it is in that state, in seconds since 1970.',
    of: ({ health }) => [[{}, Date.parse(health.since) / 1000]],
  },
  {
    name: 'headwater_erp_concurrency_limit',
    help: 'How many calls may be in flight.',
    of: ({ concurrency }) => [[{}, concurrency?.limit]],
  },
  {
    name: 'headwater_erp_concurrency_in_use',
    help: 'Calls in flight.',
    of: ({ concurrency }) => [[{}, concurrency?.inUse]],
  },
  {
    name: 'headwater_erp_concurrency_queued',
    help: 'Reads that wait for a place.',
    of: ({ concurrency }) => [[{}, concurrency?.queued]],
  },
  {
    name: 'headwater_erp_breaker_state',
    help: '1 for the state a breaker is in; a breaker that never opened is not told of.',
    of: ({ breakers }) =>
      breakers.flatMap(({ endpointClass, state: now }) =>
        BREAKER_STATES.map((state) => [{ endpoint_class: endpointClass, state }, state === now ? 1 : 0] as const),
      ),
  },
  {
    name: 'headwater_erp_last_hour_calls',
    help: 'Calls of the last hour.',
    of: ({ calls }) => [[{}, calls.count]],
  },
  {
    name: 'headwater_erp_last_hour_failed_calls',
    help: 'Calls of the last hour the ERP did not answer, or refused.',
    of: ({ calls }) => [[{}, calls.failed]],
  },
  {
    name: 'headwater_erp_last_hour_call_seconds',
    help: 'How long calls of the last hour took.',
    of: ({ calls }) => quantilesOf(calls.latencyMs),
  },
  {
    name: 'headwater_erp_last_hour_read_seconds',
    help: 'How long readers of the last hour waited.',
    of: ({ reads }) => quantilesOf(reads.latencyMs),
  },
  {
    name: 'headwater_erp_last_hour_notice_delivery_seconds',
    help: 'How long notices of the last hour were on their way.',
    of: ({ notices }) => quantilesOf(notices.deliveryMs),
  },
  {
    name: 'headwater_erp_last_hour_hit_ratio',
    help: 'Reads of the last hour answered from kept answers, among those that might have been.',
    of: ({ reads }) => [[{}, reads.hitShare]],
  },
  {
    name: 'headwater_erp_last_hour_agreement_ratio',
    help: 'Compared answers of the last hour that were what the ERP said.',
    of: ({ agreement }) => [[{}, agreement.agreedShare]],
  },
];

/** What the reports of the connections say. */
export function reportMetrics(
  reports: readonly { readonly labels: Labels; readonly report: ConnectionReport }[],
): readonly MetricFamily[] {
  return GAUGES.map(({ name, help, of }) =>
    familyOf(
      { name, help, type: 'gauge' },
      reports.flatMap(({ labels, report }) =>
        of(report).map(([more, value]): Measured => [{ ...labels, ...more }, value]),
      ),
    ),
  );
}

function quantilesOf(ms: LatencyFigures | undefined): readonly Measured[] {
  if (ms === undefined) return [];
  return [
    [{ quantile: '0.5' }, ms.p50 / 1000],
    [{ quantile: '0.95' }, ms.p95 / 1000],
    [{ quantile: '0.99' }, ms.p99 / 1000],
  ];
}
