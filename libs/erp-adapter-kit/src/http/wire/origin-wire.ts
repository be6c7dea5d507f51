import { createConnector, type ConnectorOptions } from './connector';
import { OriginRoute, type OriginRouteOptions } from './origin-route';
import { backgroundTimers, type Timers } from './timers';
import type { Wire } from './wire';
import { WireFailure } from './wire-failure';

export interface OriginWireOptions extends Omit<ConnectorOptions, 'timeoutMs'> {
  readonly http2?: 'off' | undefined;
  /** Calls in flight to one origin. */
  readonly maxCalls: number;
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly timers?: Timers;
}

/** A wire that finds out, origin by origin, what is spoken there. Opens nothing until used. */
export function createOriginWire(options: OriginWireOptions): Wire {
  const { connectTimeoutMs, timers = backgroundTimers } = options;
  const connector = createConnector({ ...options, timeoutMs: connectTimeoutMs });
  const routeOptions: OriginRouteOptions = { ...options, connector, timers };
  const routes = new Map<string, OriginRoute>();
  let isClosed = false;

  function routeTo(url: URL): OriginRoute {
    if (isClosed) throw new WireFailure('the connection was closed', 'ECLOSED');
    const known = routes.get(url.origin);
    if (known !== undefined) return known;
    const route = new OriginRoute(url, routeOptions);
    routes.set(url.origin, route);
    return route;
  }

  return {
    exchange: async (request) => routeTo(request.url).exchange(request),
    prime: async (url) => routeTo(url).prime(),
    async close() {
      isClosed = true;
      await Promise.all([...routes.values()].map((route) => route.close()));
    },
  };
}
