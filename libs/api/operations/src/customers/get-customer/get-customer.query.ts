import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** One customer by its number. */
export class GetCustomerQuery extends Query<ErpAnswer<ViewOf<'customers.get'>>> {
  constructor(readonly question: ErpQuestion<'customers.get'>) {
    super();
  }
}
