import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { ListShipmentsQuery } from './list-shipments.query';

@QueryHandler(ListShipmentsQuery)
export class ListShipmentsHandler implements IQueryHandler<ListShipmentsQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: ListShipmentsQuery): Promise<ErpAnswer<ViewOf<'shipments.list'>>> {
    return this.answers.to('shipments.list', question);
  }
}
