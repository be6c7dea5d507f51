import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { GetOrderQuery } from './get-order.query';

@QueryHandler(GetOrderQuery)
export class GetOrderHandler implements IQueryHandler<GetOrderQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: GetOrderQuery): Promise<ErpAnswer<ViewOf<'orders.get'>>> {
    return this.reads.read(erpReadOf('orders.get', question));
  }
}
