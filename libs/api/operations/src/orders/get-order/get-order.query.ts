import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** One sales order with its lines. */
export class GetOrderQuery extends Query<ErpAnswer<ViewOf<'orders.get'>>> {
  constructor(readonly question: ErpQuestion<'orders.get'>) {
    super();
  }
}
