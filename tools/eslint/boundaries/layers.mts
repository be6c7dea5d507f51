/**
 * Who may know whom. The one source of the Nx constraints, of the test over every project's tags, and of the table
 * in docs/architecture.md.
 */
export const SCOPES = ['shared', 'erp', 'api', 'web', 'simulators', 'tools', 'e2e'] as const;
export type Scope = (typeof SCOPES)[number];

export const TYPES = [
  'kernel',
  'domain',
  'contract',
  'gateway',
  'adapter-kit',
  'adapter',
  'installation',
  'testing',
  'persistence',
  'feature',
  'edge',
  'data-access',
  'ui',
  'app',
  'tool',
  'e2e',
] as const;
export type ProjectType = (typeof TYPES)[number];

export type LayerName = `${Scope}:${ProjectType}`;

export interface Layer {
  readonly name: LayerName;
  /** What its shipped code may import. */
  readonly knows: readonly LayerName[];
  /** What its specs may import besides. */
  readonly specsKnow?: readonly LayerName[];
  /** What it may not reach through any other project either, by tag. */
  readonly neverReaches?: readonly string[];
  /** Kinds of packages only this layer may import. */
  readonly mayImport?: readonly PackageKind[];
}

export type PackageKind = 'database' | 'shared-cache' | 'browser-store';

const PURE: readonly LayerName[] = ['shared:contract', 'shared:domain', 'shared:kernel'];
const ERP: readonly LayerName[] = ['shared:contract', 'shared:kernel'];
const EVERY_PACKAGE: readonly PackageKind[] = ['database', 'shared-cache', 'browser-store'];

const SERVER: readonly LayerName[] = [
  'api:feature',
  'api:edge',
  'api:persistence',
  'erp:gateway',
  'erp:adapter',
  'erp:installation',
  ...PURE,
];

/** Every allowed combination of a `scope:` and a `type:` tag. A project that is none of these fails a test. */
export const LAYERS: readonly Layer[] = [
  { name: 'shared:kernel', knows: [] },
  { name: 'shared:domain', knows: ['shared:kernel'] },
  { name: 'shared:contract', knows: ['shared:kernel'] },
  { name: 'erp:gateway', knows: ERP, specsKnow: ['erp:testing'], mayImport: ['shared-cache'] },
  { name: 'erp:adapter-kit', knows: ERP, specsKnow: ['erp:testing'] },
  { name: 'erp:adapter', knows: ['erp:adapter-kit', ...ERP], specsKnow: ['erp:testing'] },
  { name: 'erp:installation', knows: ['erp:gateway', 'erp:adapter', ...ERP], specsKnow: ['erp:testing'] },
  { name: 'erp:testing', knows: ERP },
  {
    name: 'api:persistence',
    knows: ['shared:domain', 'shared:kernel'],
    neverReaches: ['type:contract', 'scope:erp'],
    mayImport: ['database'],
  },
  { name: 'api:edge', knows: PURE },
  { name: 'api:feature', knows: ['api:edge', ...PURE], specsKnow: ['erp:testing'] },
  { name: 'api:app', knows: SERVER, specsKnow: ['erp:testing'] },
  { name: 'web:ui', knows: ['shared:kernel'] },
  { name: 'web:data-access', knows: PURE, mayImport: ['browser-store'] },
  { name: 'web:feature', knows: ['web:data-access', 'web:ui', ...PURE] },
  { name: 'web:app', knows: ['web:feature', 'web:data-access', 'web:ui', ...PURE] },
  { name: 'simulators:app', knows: ['shared:kernel'] },
  { name: 'tools:tool', knows: [...SERVER, 'tools:tool', 'erp:adapter-kit', 'erp:testing'], mayImport: EVERY_PACKAGE },
  {
    name: 'e2e:e2e',
    knows: [...SERVER, 'tools:tool', 'erp:adapter-kit', 'erp:testing', 'web:ui', 'web:data-access', 'web:feature'],
    mayImport: EVERY_PACKAGE,
  },
];

export function tagsOf(layer: LayerName): { readonly scope: string; readonly type: string } {
  const [scope, type] = layer.split(':');
  return { scope: `scope:${scope}`, type: `type:${type}` };
}

/** The layer a project's tags make it; undefined where they are not one known pair. */
export function layerOf(tags: readonly string[]): Layer | undefined {
  return LAYERS.find(({ name }) => {
    const { scope, type } = tagsOf(name);
    return tags.length === 2 && tags.includes(scope) && tags.includes(type);
  });
}
