import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { ListOrdersQuery } from './list-orders.query';

@QueryHandler(ListOrdersQuery)
export class ListOrdersHandler implements IQueryHandler<ListOrdersQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: ListOrdersQuery): Promise<ErpAnswer<ViewOf<'orders.list'>>> {
    return this.reads.read(erpReadOf('orders.list', question));
  }
}
