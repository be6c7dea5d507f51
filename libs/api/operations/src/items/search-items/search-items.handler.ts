import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { SearchItemsQuery } from './search-items.query';

@QueryHandler(SearchItemsQuery)
export class SearchItemsHandler implements IQueryHandler<SearchItemsQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: SearchItemsQuery): Promise<ErpAnswer<ViewOf<'items.search'>>> {
    return this.reads.read(erpReadOf('items.search', question));
  }
}
