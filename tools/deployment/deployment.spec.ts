import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { workspaceRoot } from '../dev/workspace-root.mts';

type Named = Readonly<Record<string, unknown>>;

interface Container {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly [probe: string]: unknown;
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Named;
  readonly spec?: { readonly template?: { readonly spec: { readonly containers: readonly Container[] } } };
}

interface ComposedContainer {
  readonly environment?: Named;
  readonly command?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

const text = (...path: readonly string[]): string => readFileSync(join(workspaceRoot, ...path), 'utf8');

/** Every variable a process reads, by the names in its one schema. */
const variablesOf = (app: string): ReadonlySet<string> =>
  new Set([...text('apps', app, 'src/env.ts').matchAll(/^ {2,4}([A-Z][A-Z_]+): /gm)].map(([, name]) => String(name)));

const known = { api: variablesOf('api'), gateway: variablesOf('gateway') };
const both = new Set([...known.api, ...known.gateway]);

const folder = 'deploy/kubernetes';
const manifests: readonly Manifest[] = readdirSync(join(workspaceRoot, folder))
  .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
  .flatMap((name) => parseAllDocuments(text(folder, name)).map((document) => document.toJS() as Manifest));
const containers = manifests.flatMap(({ spec }) => spec?.template?.spec.containers ?? []);

const { services } = parse(text('deploy/compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, ComposedContainer>>;
};

/** A Redis that keeps nothing. */
const isWithoutStore = (words: readonly string[]): boolean =>
  words.join(' ').includes('--save  --appendonly no') && !words.join(' ').includes('--dir');

describe('the composition for one machine', () => {
  it.each(Object.entries(services).filter(([name]) => /^(api|gateway)-/.test(name)))(
    'gives %s no variable that it does not read',
    (name, { environment = {} }) => {
      const reads = name.startsWith('api') ? known.api : known.gateway;
      expect(Object.keys(environment).filter((variable) => !reads.has(variable))).toEqual([]);
      expect(Object.keys(environment)).toEqual(expect.arrayContaining(['DATABASE_URL', 'HEADWATER_SECRET_KEY']));
    },
  );

  it('names every gateway to every API', () => {
    const gateways = Object.keys(services).filter((name) => name.startsWith('gateway'));
    for (const name of ['api-1', 'api-2']) {
      const urls = String(services[name]?.environment?.['GATEWAY_URL']).split(',');
      expect(urls).toEqual(gateways.map((gateway) => `https://${gateway}:3100`));
    }
    expect(services['gateway-1']?.environment?.['GATEWAY_REPLICAS']).toBe(gateways.length);
  });

  it('lets Redis keep nothing', () => {
    expect(isWithoutStore(services['redis']?.command ?? [])).toBe(true);
  });
});

describe('the Kubernetes manifests', () => {
  it('set no variable that neither process reads', () => {
    const set = manifests.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data = {} }) => Object.keys(data));
    expect(set.length).toBeGreaterThan(5);
    expect(set.filter((variable) => !both.has(variable))).toEqual([]);
  });

  it('probe ports that are there', () => {
    const probed = containers.flatMap((container) =>
      ['startupProbe', 'livenessProbe', 'readinessProbe'].flatMap((name) => {
        const probe = container[name] as { readonly httpGet?: { readonly port: string } } | undefined;
        return probe?.httpGet === undefined ? [] : [{ container, port: probe.httpGet.port }];
      }),
    );
    expect(probed).toHaveLength(6);
    for (const { container, port } of probed) expect(container.ports.map(({ name }) => name)).toContain(port);
  });

  it('let Redis keep nothing', () => {
    expect(isWithoutStore(containers.find(({ name }) => name === 'redis')?.args ?? [])).toBe(true);
  });

  it('start what is built', () => {
    const started = containers.flatMap(({ command }) => command ?? []).filter((word) => word.startsWith('dist/'));
    expect(started).toEqual(['dist/gateway/main.mjs']);
    expect(text('deploy/Dockerfile')).toContain('"dist/api/main.mjs"');
  });
});
