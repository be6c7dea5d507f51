import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ErpConnections, type ErpManifest } from '@headwater/erp-contracts';
import { ListAdaptersQuery } from './list-adapters.query';

@QueryHandler(ListAdaptersQuery)
export class ListAdaptersHandler implements IQueryHandler<ListAdaptersQuery> {
  constructor(private readonly connections: ErpConnections) {}

  async execute(): Promise<readonly ErpManifest[]> {
    return this.connections.manifests();
  }
}
