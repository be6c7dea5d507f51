import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Customers whose name or number matches. */
export class SearchCustomersQuery extends Query<ErpAnswer<ViewOf<'customers.search'>>> {
  constructor(readonly question: ErpQuestion<'customers.search'>) {
    super();
  }
}
