import { createErpGateway, type MetricFamily } from '@headwater/erp-gateway';
import { A_CONNECTION_ID, anErpManifest, fakeErpAdapter, fakeErpConnection } from '@headwater/erp-testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPERATE = join(__dirname, '../../../../docs/operate');
const WHERE_NAMES_ARE_USED = ['dashboards/erp-connections.json', 'dashboards/alerts.yml', 'observing.md'];
const NAME = /headwater_erp_[a-z_]+/g;

function textOf(file: string): string {
  return readFileSync(join(OPERATE, file), 'utf8');
}

/** Every name a scrape can hold, with the labels its samples can have beside `connection`. */
async function metrics(): Promise<ReadonlyMap<string, MetricFamily>> {
  const gateway = createErpGateway({
    adapters: [fakeErpAdapter(fakeErpConnection(), anErpManifest())],
    connections: {
      find: async () => ({ connectionId: A_CONNECTION_ID, adapter: 'fake-erp', settings: {} }),
      enabledIds: async () => [A_CONNECTION_ID],
    },
  });
  const read = { connectionId: A_CONNECTION_ID, scope: { principal: 'service' } } as const;
  await gateway.reads.read({ ...read, operation: 'orders.get', query: { number: '1' } });
  const families = gateway.metrics();
  await gateway.close();
  const suffixes = ({ type }: MetricFamily) => (type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']);
  return new Map(families.flatMap((family) => suffixes(family).map((suffix) => [`${family.name}${suffix}`, family])));
}

describe('the dashboard, the alerts and their page', () => {
  it.each(WHERE_NAMES_ARE_USED)('%s names no metric the server does not have', async (file) => {
    const known = await metrics();
    const families = new Set([...known.values()].map(({ name }) => name));
    const used = [...new Set(textOf(file).match(NAME))];
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !known.has(name) && !(file.endsWith('.md') && families.has(name)))).toEqual([]);
  });

  it('leave out no metric the page could explain', async () => {
    const explained = new Set(textOf('observing.md').match(NAME));
    const families = new Set([...(await metrics()).values()].map(({ name }) => name));
    expect([...families].filter((name) => !explained.has(name))).toEqual([]);
  });

  it('ask for labels that exist', async () => {
    const known = await metrics();
    const asked = [
      ...textOf('dashboards/erp-connections.json').matchAll(/(headwater_erp_call_seconds\w*)\{([^}]*)\}/g),
    ];
    const labels = new Set(
      known.get('headwater_erp_call_seconds_count')?.samples.flatMap((sample) => Object.keys(sample.labels)),
    );
    const names = asked.flatMap(([, , matchers = '']) =>
      [...matchers.matchAll(/(\w+)[=!]/g)].map(([, name = '']) => name),
    );
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !labels.has(name))).toEqual([]);
  });

  it('draws every panel from somewhere', () => {
    const { panels } = JSON.parse(textOf('dashboards/erp-connections.json')) as {
      readonly panels: readonly {
        readonly type: string;
        readonly title: string;
        readonly targets?: readonly object[];
      }[];
    };
    const empty = panels.filter(({ type, targets = [] }) => type !== 'row' && targets.length === 0);
    expect(empty.map(({ title }) => title)).toEqual([]);
  });
});
