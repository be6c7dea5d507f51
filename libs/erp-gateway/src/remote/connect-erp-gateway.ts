import { withFreshnessSettings, type ErpManifest } from '@headwater/erp-contracts';
import { systemClock, type Clock } from '@headwater/kernel';
import type { ErpGateway } from '../create-erp-gateway';
import { systemTimers, type Timers } from '../timers';
import { GatewayFollower } from './gateway-follower';
import { GatewayLink, type LinkTls } from './gateway-link';
import { RemoteChanges } from './remote-changes';
import { RemoteConnections } from './remote-connections';
import { RemoteReads } from './remote-reads';

export interface RemoteGatewayOptions {
  /** Each gateway's own address, without a trailing slash. */
  readonly urls: readonly string[];
  /** Absent only for http on this very machine. */
  readonly tls?: LinkTls | undefined;
  /** Of the adapters of this build, which is also the gateways'. */
  readonly manifests: readonly ErpManifest[];
  readonly clock?: Clock;
  readonly timers?: Timers;
  /** From 0 to below 1; spreads reconnections. */
  readonly random?: () => number;
}

/** What a gateway elsewhere counts and holds back, it tells by itself. */
export type RemoteErpGateway = Pick<ErpGateway, 'reads' | 'changes' | 'connections' | 'close'>;

/** The same ports as `createErpGateway`, answered by gateways in their own processes. Opens its streams at once. */
export function connectErpGateway(options: RemoteGatewayOptions): RemoteErpGateway {
  const { urls, tls, manifests, clock = systemClock, timers = systemTimers, random = Math.random } = options;
  const links = urls.map((url) => new GatewayLink({ url, tls }));
  const changes = new RemoteChanges({ links, timers });
  const connections = new RemoteConnections({ links, manifests: manifests.map(withFreshnessSettings), clock, timers });
  const followers = links.map(
    (link) => new GatewayFollower({ link, timers, random, ...heardBy(link, changes, connections) }),
  );
  for (const follower of followers) follower.start();
  return {
    reads: new RemoteReads({ links, timers }),
    changes,
    connections,
    close: async () => {
      for (const follower of followers) follower.close();
      changes.close();
      for (const link of links) link.close();
    },
  };
}

/** What a gateway says, to those who want to hear it. */
function heardBy(
  link: GatewayLink,
  changes: RemoteChanges,
  connections: RemoteConnections,
): Pick<ConstructorParameters<typeof GatewayFollower>[0], 'onOpen' | 'onLine' | 'onLost'> {
  const told = new Set<string>();
  return {
    onOpen: () => {
      void connections.settle(link);
      changes.announceEverythingOf(told);
    },
    onLine: (line) => {
      if (line.type === 'change') changes.announce(line.changed);
      if (line.type !== 'health') return;
      for (const { connectionId } of line.views) told.add(connectionId);
      connections.heard(link, line.views);
    },
    onLost: () => connections.lost(link),
  };
}
