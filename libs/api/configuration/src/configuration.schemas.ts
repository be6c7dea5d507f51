import {
  described,
  FLAG,
  ID,
  INSTANT,
  listOf,
  mapOf,
  NUMBER,
  oneOf,
  optional,
  refTo,
  type RuleSchemas,
  type SchemaBook,
  shapeOf,
  TEXT,
  WHOLE_NUMBER,
} from '@headwater/api/openapi';
import {
  CAPABILITIES,
  type ErpConnectionSummary,
  type ErpHealthView,
  type ErpManifest,
  HEALTH_STATES,
  type ListContract,
  type ProbeVerdict,
  type SettingField,
  type StoredSecret,
  type SupportedCapability,
  type UnsupportedCapability,
  MANY_CUSTOMERS_OPERATIONS,
} from '@headwater/erp-contracts';
import { CONNECTION_REPORT_SCHEMAS } from './connections/connection-report.schemas';

const VALUE = { oneOf: [TEXT, NUMBER, FLAG] };

/** One property per capability, each of the same shape. */
const CONTRACTS = {
  type: 'object',
  properties: Object.fromEntries(CAPABILITIES.map((each) => [each, refTo('CapabilityContract')])),
  required: [...CAPABILITIES],
};

const MANY_CUSTOMERS = {
  type: 'object',
  properties: Object.fromEntries(MANY_CUSTOMERS_OPERATIONS.map((each) => [each, WHOLE_NUMBER])),
};

/** What the configuration part of the API answers with. */
export const CONFIGURATION_SCHEMAS: SchemaBook = {
  ...CONNECTION_REPORT_SCHEMAS,
  ListContract: shapeOf<ListContract>({
    sortable: listOf(TEXT),
    filterable: listOf(TEXT),
    searchable: FLAG,
    maxPageSize: WHOLE_NUMBER,
    paged: FLAG,
  }),
  SupportedCapability: shapeOf<SupportedCapability>({
    supported: { type: 'boolean', enum: [true] },
    list: optional(refTo('ListContract')),
    maxBatch: optional(WHOLE_NUMBER),
    manyCustomers: optional(
      described(MANY_CUSTOMERS, 'Reads that answer about many customers in one call, and how many.'),
    ),
    priceQuality: optional(oneOf(['exact', 'indicative'])),
    lacks: optional(listOf(TEXT)),
    notes: optional(listOf(TEXT)),
  }),
  UnsupportedCapability: shapeOf<UnsupportedCapability>({
    supported: { type: 'boolean', enum: [false] },
    reason: TEXT,
  }),
  CapabilityContract: { oneOf: [refTo('SupportedCapability'), refTo('UnsupportedCapability')] },
  SettingField: shapeOf<SettingField>({
    key: TEXT,
    title: TEXT,
    help: TEXT,
    kind: oneOf(['text', 'url', 'number', 'boolean', 'select', 'file']),
    required: FLAG,
    secret: described(FLAG, 'Never sent to a client again.'),
    order: WHOLE_NUMBER,
    example: optional(TEXT),
    multiline: optional(FLAG),
    minimum: optional(NUMBER),
    maximum: optional(NUMBER),
    onlyWhen: optional({
      type: 'object',
      properties: { setting: TEXT, is: listOf(TEXT) },
      required: ['setting', 'is'],
    }),
    advanced: optional({ type: 'boolean', enum: [true] }),
    default: optional(VALUE),
    pattern: optional(TEXT),
    options: optional(listOf(TEXT)),
  }),
  ErpManifest: shapeOf<ErpManifest>({
    id: TEXT,
    name: TEXT,
    vendor: TEXT,
    versions: listOf(TEXT),
    capabilities: CONTRACTS,
    settings: listOf(refTo('SettingField')),
    limits: {
      type: 'object',
      properties: { maxConcurrency: WHOLE_NUMBER, timeoutMs: WHOLE_NUMBER },
      required: ['maxConcurrency', 'timeoutMs'],
    },
    ttlMs: optional(mapOf(WHOLE_NUMBER)),
    events: {
      type: 'object',
      properties: { supported: FLAG, settleMs: WHOLE_NUMBER, notes: TEXT },
      required: ['supported', 'settleMs', 'notes'],
    },
  }),
  AdapterList: { type: 'object', properties: { items: listOf(refTo('ErpManifest')) }, required: ['items'] },
  ErpHealthView: shapeOf<ErpHealthView>({
    connectionId: ID,
    state: oneOf(HEALTH_STATES),
    since: INSTANT,
    lastGoodAt: optional(INSTANT),
    lastError: optional({ type: 'object', properties: { code: TEXT, at: INSTANT }, required: ['code', 'at'] }),
    calls: WHOLE_NUMBER,
    failures: WHOLE_NUMBER,
    cacheHits: WHOLE_NUMBER,
    coalesced: WHOLE_NUMBER,
    latencyMs: optional({ type: 'object', properties: { p50: NUMBER, p95: NUMBER }, required: ['p50', 'p95'] }),
  }),
  StoredSecret: shapeOf<StoredSecret>({ set: FLAG }, 'In place of a secret.'),
  ErpConnectionSummary: shapeOf<ErpConnectionSummary>({
    id: ID,
    name: TEXT,
    adapter: TEXT,
    adapterName: TEXT,
    company: TEXT,
    enabled: FLAG,
    version: described(WHOLE_NUMBER, 'Grows with every change; send it as If-Match, in quotes.'),
    health: refTo('ErpHealthView'),
    capabilities: CONTRACTS,
    settings: optional(mapOf({ oneOf: [TEXT, NUMBER, FLAG, refTo('StoredSecret')] })),
  }),
  ProbeVerdict: shapeOf<ProbeVerdict>({
    check: oneOf(['address', 'credentials', ...CAPABILITIES]),
    ok: FLAG,
    detail: TEXT,
    fix: optional(TEXT),
  }),
  ProbeReport: { type: 'object', properties: { verdicts: listOf(refTo('ProbeVerdict')) }, required: ['verdicts'] },
};

/** What the rules of the bodies of connections mean in the document. */
export const CONFIGURATION_RULE_SCHEMAS: RuleSchemas = {
  isFlatSettings: { ...mapOf(VALUE), description: "Settings of the adapter's form; a stored secret may be left out." },
};
