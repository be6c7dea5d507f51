import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Sales orders, of one customer or of all. */
export class ListOrdersQuery extends Query<ErpAnswer<ViewOf<'orders.list'>>> {
  constructor(readonly question: ErpQuestion<'orders.list'>) {
    super();
  }
}
