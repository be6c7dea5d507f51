import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { SearchItemsQuery } from './search-items.query';

@QueryHandler(SearchItemsQuery)
export class SearchItemsHandler implements IQueryHandler<SearchItemsQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: SearchItemsQuery): Promise<ErpAnswer<ViewOf<'items.search'>>> {
    return this.answers.to('items.search', question);
  }
}
