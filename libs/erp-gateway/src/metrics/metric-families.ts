import { LONGEST_REPORT_MINUTES } from '@headwater/erp-contracts';
import type { GatewayFigures } from '../figures/gateway-figures';
import type { GatewayReports } from '../reports/gateway-reports';
import { familyOf, type MetricFamily } from './metric-family';
import { reportMetrics } from './report-metrics';
import { totalMetrics } from './total-metrics';

export interface MeasuredGateway {
  readonly figures: GatewayFigures;
  readonly reports: GatewayReports;
  readonly kept: { readonly entries: number; readonly bytes: number };
}

/**
 * Everything the gateway tells a collector of metrics, connection by connection. Read from the same figures and the
 * same reports as the page of a connection, so that the two cannot disagree.
 */
export function metricFamilies({ figures, reports, kept }: MeasuredGateway): readonly MetricFamily[] {
  const connections = figures.connectionIds.map((id) => ({ id, labels: { connection: id } }));
  return [
    ...totalMetrics(connections.map(({ id, labels }) => ({ labels, totals: figures.of(id).totals }))),
    ...reportMetrics(connections.map(({ id, labels }) => ({ labels, report: reports.of(id, LONGEST_REPORT_MINUTES) }))),
    familyOf({ name: 'headwater_erp_kept_answers', help: 'Answers in the cache.', type: 'gauge' }, [
      [{}, kept.entries],
    ]),
    familyOf({ name: 'headwater_erp_kept_bytes', help: 'Roughly how much memory they take.', type: 'gauge' }, [
      [{}, kept.bytes],
    ]),
  ];
}
