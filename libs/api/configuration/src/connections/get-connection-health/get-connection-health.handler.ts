import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import { ErpConnections, type ErpHealthView } from '@headwater/erp-contracts';
import { foundConnection } from '../found-connection';
import { GetConnectionHealthQuery } from './get-connection-health.query';

@QueryHandler(GetConnectionHealthQuery)
export class GetConnectionHealthHandler implements IQueryHandler<GetConnectionHealthQuery> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
  ) {}

  async execute({ id }: GetConnectionHealthQuery): Promise<ErpHealthView> {
    await foundConnection(this.stored, id);
    return this.connections.health(id);
  }
}
