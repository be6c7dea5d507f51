import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { GetOrderQuery } from './get-order.query';

@QueryHandler(GetOrderQuery)
export class GetOrderHandler implements IQueryHandler<GetOrderQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: GetOrderQuery): Promise<ErpAnswer<ViewOf<'orders.get'>>> {
    return this.answers.to('orders.get', question);
  }
}
