import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { ListOrdersQuery } from './list-orders.query';

@QueryHandler(ListOrdersQuery)
export class ListOrdersHandler implements IQueryHandler<ListOrdersQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: ListOrdersQuery): Promise<ErpAnswer<ViewOf<'orders.list'>>> {
    return this.answers.to('orders.list', question);
  }
}
