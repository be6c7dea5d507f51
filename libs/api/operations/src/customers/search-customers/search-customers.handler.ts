import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { SearchCustomersQuery } from './search-customers.query';

@QueryHandler(SearchCustomersQuery)
export class SearchCustomersHandler implements IQueryHandler<SearchCustomersQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: SearchCustomersQuery): Promise<ErpAnswer<ViewOf<'customers.search'>>> {
    return this.answers.to('customers.search', question);
  }
}
