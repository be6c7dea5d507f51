import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import type { ErpConnectionSummary } from '@headwater/erp-contracts';
import { ConnectionSummaries } from '../connection-summaries';
import { ListConnectionsQuery } from './list-connections.query';

@QueryHandler(ListConnectionsQuery)
export class ListConnectionsHandler implements IQueryHandler<ListConnectionsQuery> {
  constructor(
    private readonly connections: ErpConnectionRepository,
    private readonly summaries: ConnectionSummaries,
  ) {}

  async execute({ reader }: ListConnectionsQuery): Promise<readonly ErpConnectionSummary[]> {
    const records = await this.connections.list();
    return Promise.all(records.map((record) => this.summaries.of(record, reader)));
  }
}
