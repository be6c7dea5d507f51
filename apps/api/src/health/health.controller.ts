import { Anonymous } from '@headwater/api/edge';
import { DatabaseProbe, ErpConnectionRepository } from '@headwater/configuration';
import { ErpConnections, type ErpHealthState } from '@headwater/erp-contracts';
import type { SharedStateView } from '@headwater/erp-gateway';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GATEWAY, type GatewayOfThisProcess } from '../gateway/gateway.token';

interface Readiness {
  readonly status: 'ready' | 'database-unavailable';
  readonly database: boolean;
  /** How many connections are in which state; an ERP that is down does not make the server unready. */
  readonly erpConnections: Readonly<Partial<Record<ErpHealthState, number>>>;
  /** Only where processes share a Redis; one that is away does not make the server unready either. */
  readonly redis?: SharedStateView;
}

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: DatabaseProbe,
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
    @Inject(GATEWAY) private readonly gateway: GatewayOfThisProcess,
  ) {}

  /** The process answers; depends on nothing else, so that nobody restarts it for another's fault. */
  @Get('live')
  @Anonymous()
  live(): { readonly status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('ready')
  @Anonymous()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const redis = this.gateway.sharedState();
    const shared = redis === undefined ? {} : { redis };
    if (!(await this.database.answers())) {
      void reply.status(503);
      return { status: 'database-unavailable', database: false, erpConnections: {}, ...shared };
    }
    return { status: 'ready', database: true, erpConnections: await this.states(), ...shared };
  }

  private async states(): Promise<Partial<Record<ErpHealthState, number>>> {
    const counts: Partial<Record<ErpHealthState, number>> = {};
    for (const { id } of await this.stored.list()) {
      const { state } = this.connections.health(id);
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return counts;
  }
}
