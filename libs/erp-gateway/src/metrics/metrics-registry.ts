import { collectDefaultMetrics, Registry } from 'prom-client';
import type { MetricFamily } from './metric-family';

/**
 * The process's own metrics and the gateway's, written out together. The gateway's are read from what it counted at
 * the moment they are asked for: nothing is counted here a second time.
 */
export function metricsRegistry(families: () => readonly MetricFamily[]): { readonly text: () => Promise<string> } {
  const process = new Registry();
  collectDefaultMetrics({ register: process });
  return {
    text: async () => {
      const gateway = new Registry();
      for (const family of families()) gateway.registerMetric(scraped(family));
      return `${await process.metrics()}\n${await gateway.metrics()}`;
    },
  };
}

/** A metric as the registry takes it: it asks for nothing but a name and what `get` answers. */
function scraped({ name, help, type, samples }: MetricFamily): Parameters<Registry['registerMetric']>[0] {
  const values = samples.map(({ name: metricName, labels, value }) => ({ metricName, labels, value }));
  const metric = { name, help, type, get: async () => ({ name, help, type, values }) };
  return metric as unknown as Parameters<Registry['registerMetric']>[0];
}
