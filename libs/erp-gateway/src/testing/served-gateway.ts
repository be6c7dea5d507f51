import { createErpGateway, type ErpGateway, type ErpGatewayOptions } from '../create-erp-gateway';
import type { ErpConnection } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, anErpManifest, fakeErpAdapter, fakeErpConnection } from '@headwater/erp-testing';
import fastify from 'fastify';
import type { ServerOptions } from 'node:https';
import { serveGateway } from '../remote/gateway-routes';
import { systemTimers } from '../timers';
import { aCandidate } from './a-gateway';

export interface ServedGateway {
  readonly url: string;
  readonly gateway: ErpGateway;
  close(): Promise<void>;
}

export interface ServedParts {
  readonly connection?: Partial<ErpConnection>;
  readonly https?: ServerOptions;
  /** 0 for any that is free. */
  readonly port?: number;
  readonly options?: Partial<ErpGatewayOptions>;
}

/** A gateway over one fake ERP, behind real HTTP, in real time. */
export async function aServedGateway({
  connection,
  https,
  port = 0,
  options,
}: ServedParts = {}): Promise<ServedGateway> {
  const gateway = createErpGateway({
    adapters: [fakeErpAdapter(fakeErpConnection(connection), anErpManifest())],
    connections: {
      find: async (id) => (id === A_CONNECTION_ID ? aCandidate() : undefined),
      enabledIds: async () => [A_CONNECTION_ID],
    },
    ...options,
  });
  const server =
    https === undefined ? fastify({ forceCloseConnections: true }) : fastify({ forceCloseConnections: true, https });
  serveGateway(server as never, gateway, systemTimers);
  const url = await server.listen({ port, host: '127.0.0.1' });
  return {
    url,
    gateway,
    close: async () => {
      await server.close();
      await gateway.close();
    },
  };
}
