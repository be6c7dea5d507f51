import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { SearchCustomersQuery } from './search-customers.query';

@QueryHandler(SearchCustomersQuery)
export class SearchCustomersHandler implements IQueryHandler<SearchCustomersQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: SearchCustomersQuery): Promise<ErpAnswer<ViewOf<'customers.search'>>> {
    return this.reads.read(erpReadOf('customers.search', question));
  }
}
