import { Anonymous } from '@headwater/api/edge';
import { metricsRegistry } from '@headwater/erp-gateway';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { GATEWAY, type GatewayOfThisProcess } from '../gateway/gateway.token';

/** For the deployment's own Prometheus; a reverse proxy keeps it from the outside. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private readonly registry;

  constructor(@Inject(GATEWAY) gateway: GatewayOfThisProcess) {
    this.registry = metricsRegistry(() => gateway.metrics());
  }

  @Get()
  @Anonymous()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.registry.text();
  }
}
