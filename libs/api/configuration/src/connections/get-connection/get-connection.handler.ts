import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';
import { ConnectionSummaries } from '../connection-summaries';
import { foundConnection } from '../found-connection';
import { GetConnectionQuery } from './get-connection.query';

@QueryHandler(GetConnectionQuery)
export class GetConnectionHandler implements IQueryHandler<GetConnectionQuery> {
  constructor(
    private readonly connections: ErpConnectionRepository,
    private readonly summaries: ConnectionSummaries,
  ) {}

  async execute({ reader, id }: GetConnectionQuery): Promise<ErpConnectionSummary> {
    return this.summaries.of(await foundConnection(this.connections, id), reader);
  }
}
