import { createErpHttp, type ErpHttp } from '@headwater/erp-adapter-kit';
import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { createAvailabilityReader } from './availability/availability.reader';
import { type BearerReads, createBearerReads } from './client/bearer-reads';
import { entraTokens } from './client/entra-tokens';
import { ERP } from './client/erp-name';
import { visibilityTokens } from './client/visibility-tokens';
import { createCreditReader } from './credit/credit.reader';
import { createCustomerReader } from './customers/customers.reader';
import type { FscmContext } from './dynamics365-fscm.context';
import { createFscmEvents } from './dynamics365-fscm.events';
import { DYNAMICS365_FSCM_MANIFEST, EXACT_PRICES } from './dynamics365-fscm.manifest';
import { createEntityNames } from './entities/entity-names';
import { createFieldKnowledge } from './entities/field-knowledge';
import { createInvoiceReader } from './invoices/invoices.reader';
import { createItemReader } from './items/items.reader';
import { createOrderReader } from './orders/orders.reader';
import { createPriceReader } from './prices/prices.reader';
import { probeFscm } from './probe/dynamics365-fscm.probe';
import { dynamics365FscmSettings, type FscmSettings } from './settings/dynamics365-fscm.settings';
import { createShipmentReader } from './shipments/shipments.reader';

export interface FscmWire {
  readonly http: ErpHttp;
  readonly settings: FscmSettings;
  readonly connectionId: string;
  readonly clock: Clock;
}

/** Reads of the micro-service need a second token; there are none where stock comes from the environment. */
function visibilityReads(wire: FscmWire): BearerReads | undefined {
  const { visibility, timeoutMs } = wire.settings;
  if (visibility === undefined) return undefined;
  const entra = entraTokens({ ...wire, scope: visibility.scope });
  const tokens = visibilityTokens({ ...wire, visibility, timeoutMs, entra });
  return createBearerReads({ ...wire, tokens });
}

/** What the readers of a connection share, over any transport. */
export function contextOver(wire: FscmWire): FscmContext {
  const { settings, connectionId, clock } = wire;
  const reads = createBearerReads({ ...wire, tokens: entraTokens({ ...wire, scope: settings.scope }) });
  return {
    connectionId,
    settings,
    clock,
    reads,
    visibility: visibilityReads(wire),
    names: createEntityNames({ reads, settings, connectionId }),
    fields: createFieldKnowledge(),
  };
}

export function readersOf(context: FscmContext) {
  return {
    customers: createCustomerReader(context),
    items: createItemReader(context),
    orders: createOrderReader(context),
    availability: createAvailabilityReader(context),
    prices: createPriceReader(context),
    shipments: createShipmentReader(context),
    invoices: createInvoiceReader(context),
    credit: createCreditReader(context),
  };
}

function connect(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = dynamics365FscmSettings(values, DYNAMICS365_FSCM_MANIFEST, privateNetworks);
  const http = createErpHttp({
    erp: ERP,
    connectionId,
    secrets: [settings.clientSecret, ...(settings.eventSecret === undefined ? [] : [settings.eventSecret])],
    maxConnections: settings.maxConcurrency,
    timeoutMs: settings.timeoutMs,
    privateNetworks,
    http2: DYNAMICS365_FSCM_MANIFEST.limits.http2,
  });
  const context = contextOver({ http, settings, connectionId, clock });
  return {
    company: settings.company,
    limits: { maxConcurrency: settings.maxConcurrency },
    ...readersOf(context),
    ...(settings.priceServiceUrl === undefined ? {} : { capabilities: { prices: EXACT_PRICES } }),
    events: createFscmEvents(settings, connectionId),
    probe: (call) => probeFscm(context, call),
    prime: () => http.prime(settings.environmentUrl),
    close: () => http.close(),
  };
}

/** Microsoft Dynamics 365 Finance & Supply Chain Management, read through its OData entities. */
export function createDynamics365FscmAdapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: DYNAMICS365_FSCM_MANIFEST, connect: (config) => connect(deps, config) };
}
