import type {
  ErpConnection,
  ErpConnectionCandidate,
  ErpConnectionSource,
  ErpManifest,
  ErpOperation,
  ErpRead,
} from '@headwater/erp-contracts';
import { A_CONNECTION_ID, anErpManifest, fakeErpAdapter, fakeErpConnection } from '@headwater/erp-testing';
import { createErpGateway, type ErpGateway, type ErpGatewayOptions } from '../create-erp-gateway';
import { ManualClock } from './manual-clock';

export interface GatewayUnderTest extends ErpGateway {
  readonly clock: ManualClock;
  /** The configured connections; a test may change them. */
  readonly configured: Map<string, ErpConnectionCandidate>;
}

export interface GatewayParts {
  readonly connection?: Partial<ErpConnection>;
  readonly manifest?: Partial<ErpManifest>;
  readonly candidate?: Partial<ErpConnectionCandidate>;
  readonly options?: Partial<ErpGatewayOptions>;
}

/** A gateway over one fake ERP, in hand-driven time, without jitter. */
export function aGateway({ connection, manifest, candidate, options }: GatewayParts = {}): GatewayUnderTest {
  const clock = new ManualClock();
  const configured = new Map([[A_CONNECTION_ID, aCandidate(candidate)]]);
  const source: ErpConnectionSource = {
    find: async (id) => configured.get(id),
    enabledIds: async () => [...configured.keys()],
  };
  const gateway = createErpGateway({
    adapters: [fakeErpAdapter(fakeErpConnection(connection), anErpManifest(manifest))],
    connections: source,
    clock,
    timers: clock,
    random: () => 0,
    ...options,
  });
  return { ...gateway, clock, configured };
}

export function aCandidate(overrides: Partial<ErpConnectionCandidate> = {}): ErpConnectionCandidate {
  return { connectionId: A_CONNECTION_ID, adapter: 'fake-erp', settings: {}, ...overrides };
}

type ReadParts<O extends ErpOperation> = Partial<ErpRead<O>> & Pick<ErpRead<O>, 'operation' | 'query'>;

export function aRead<O extends ErpOperation>(parts: ReadParts<O>): ErpRead<O> {
  return { connectionId: A_CONNECTION_ID, scope: { principal: 'service' }, ...parts };
}

/** A read most specs can do with. */
export function anOrderRead(overrides: Partial<ErpRead<'orders.get'>> = {}): ErpRead<'orders.get'> {
  return aRead({ operation: 'orders.get', query: { number: '100234' }, ...overrides });
}

/** What a promise comes to: its value, or the code of its failure. */
export async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([work]);
  return result.status === 'fulfilled' ? result.value : (result.reason as { readonly code?: string }).code;
}

/** Never settles, whatever the signal says. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
