import type { ErpConnectionCandidate } from './erp-reads';
import type { ErpManifest, SettingField } from './manifest';
import { CAPABILITIES, type Capability } from './operations';

/** How old an unlabelled value of a capability may be, in milliseconds, where nobody says otherwise. */
export const DEFAULT_TTL_MS: { readonly [C in Capability]: number } = {
  availability: 30_000,
  prices: 60_000,
  orders: 60_000,
  shipments: 60_000,
  invoices: 120_000,
  credit: 120_000,
  items: 300_000,
  customers: 300_000,
};

const LONGEST_TTL_S = 3_600;
const LONGEST_SETTLE_S = 600;
/** After whatever an adapter asks for. */
const FIRST_ORDER = 10_000;

const TTL_KEYS: { readonly [C in Capability]: string } = {
  availability: 'freshSecondsAvailability',
  prices: 'freshSecondsPrices',
  orders: 'freshSecondsOrders',
  shipments: 'freshSecondsShipments',
  invoices: 'freshSecondsInvoices',
  credit: 'freshSecondsCredit',
  items: 'freshSecondsItems',
  customers: 'freshSecondsCustomers',
};
const SETTLE_KEY = 'settleSeconds';

/** The manifest with what every connection may be set to, whatever its ERP: how long answers are shown unlabelled. */
export function withFreshnessSettings(manifest: ErpManifest): ErpManifest {
  const supported = CAPABILITIES.filter((each) => manifest.capabilities[each].supported);
  const fields = supported.map((capability, index) => ttlField(manifest, capability, FIRST_ORDER + index));
  const settle = manifest.events.supported ? [settleField(manifest)] : [];
  return { ...manifest, settings: [...manifest.settings, ...fields, ...settle] };
}

/** Settings as a form gave them, parted into what the adapter reads and what the gateway does. */
export function toConnectionCandidate(
  connection: Pick<ErpConnectionCandidate, 'connectionId' | 'adapter' | 'settings'>,
): ErpConnectionCandidate {
  const own = new Set<string>([...Object.values(TTL_KEYS), SETTLE_KEY]);
  const settings = Object.fromEntries(Object.entries(connection.settings).filter(([key]) => !own.has(key)));
  const ttlMs: { [C in Capability]?: number } = {};
  for (const capability of CAPABILITIES) {
    const seconds = connection.settings[TTL_KEYS[capability]];
    if (typeof seconds === 'number') ttlMs[capability] = seconds * 1_000;
  }
  const settleSeconds = connection.settings[SETTLE_KEY];
  return {
    ...connection,
    settings,
    ...(Object.keys(ttlMs).length === 0 ? {} : { ttlMs }),
    ...(typeof settleSeconds === 'number' ? { settleMs: settleSeconds * 1_000 } : {}),
  };
}

function ttlField(manifest: ErpManifest, capability: Capability, order: number): SettingField {
  const usualS = (manifest.ttlMs?.[capability] ?? DEFAULT_TTL_MS[capability]) / 1_000;
  return {
    key: TTL_KEYS[capability],
    title: `Seconds an answer about ${capability} is fresh`,
    help: `How long it may be shown before the ERP is asked again; 0 asks every time. ${usualS} where left empty.`,
    kind: 'number',
    required: false,
    secret: false,
    advanced: true,
    minimum: 0,
    maximum: LONGEST_TTL_S,
    order,
  };
}

function settleField({ events }: ErpManifest): SettingField {
  return {
    key: SETTLE_KEY,
    title: 'Seconds the ERP takes to settle after an event',
    help:
      'An ERP that answers from a replica may still tell the old value just after it reported a change: what was read ' +
      `meanwhile is asked for once more after this time. ${events.settleMs / 1_000} where left empty.`,
    kind: 'number',
    required: false,
    secret: false,
    advanced: true,
    minimum: 0,
    maximum: LONGEST_SETTLE_S,
    order: FIRST_ORDER + CAPABILITIES.length,
  };
}
