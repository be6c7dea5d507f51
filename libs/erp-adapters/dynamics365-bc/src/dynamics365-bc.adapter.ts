import type { ErpAdapter, ErpAdapterDeps, ErpConnection, ErpConnectionConfig } from '@headwater/erp-contracts';
import type { BcWire } from './client/bc.wire';
import { createBcWire } from './client/bc.wire';
import { createBcClient } from './client/bc.client';
import { overridesOf } from './capabilities';
import { createCurrencyReader } from './currencies/currencies';
import type { BcContext } from './dynamics365-bc.context';
import { createBcEvents } from './dynamics365-bc.events';
import { BC_FIELDS, BC_MANIFEST } from './dynamics365-bc.manifest';
import { createBcSubscriptions } from './dynamics365-bc.subscriptions';
import { createKnownNumbers } from './events/known-numbers';
import { createNameReader } from './names/names';
import { probeBc } from './probe/dynamics365-bc.probe';
import { readersOf } from './readers';
import { type BcSettings, bcSettings } from './settings/dynamics365-bc.settings';

export interface ContextDeps {
  readonly connectionId: string;
  readonly settings: BcSettings;
  readonly wire: BcWire;
  readonly clock: ErpAdapterDeps['clock'];
}

/** Everything readers share, over a wire. */
export function contextOver({ connectionId, settings, wire, clock }: ContextDeps): BcContext {
  const client = createBcClient({ connectionId, settings, wire, clock });
  return {
    connectionId,
    settings,
    client,
    clock,
    currencies: createCurrencyReader(client, settings, connectionId),
    names: createNameReader(client, settings.timeoutMs, connectionId),
    numbers: createKnownNumbers(),
  };
}

function connect(deps: ErpAdapterDeps, { connectionId, settings: values }: ErpConnectionConfig): ErpConnection {
  const { clock, privateNetworks = 'refused' } = deps;
  const settings = bcSettings(values, BC_FIELDS, privateNetworks);
  const wire = createBcWire({ settings, connectionId, clock, privateNetworks });
  const context = contextOver({ connectionId, settings, wire, clock });
  const { eventSecret } = settings;
  const reading = () => ({ companyId: context.client.knownCompanyId(), numbers: context.numbers });
  return {
    company: settings.company,
    limits: { maxConcurrency: settings.maxConcurrency },
    capabilities: overridesOf(settings),
    ...readersOf(context),
    events: createBcEvents({ connectionId, eventSecret, reading }),
    ...(eventSecret === undefined ? {} : { subscriptions: createBcSubscriptions(context, eventSecret) }),
    probe: (call) => probeBc(context, call),
    prime: () => wire.prime(),
    close: () => wire.close(),
  };
}

/** Dynamics 365 Business Central, online and on-premises, read through its API v2.0. */
export function createDynamics365BcAdapter(deps: ErpAdapterDeps): ErpAdapter {
  return { manifest: BC_MANIFEST, connect: (config) => connect(deps, config) };
}
