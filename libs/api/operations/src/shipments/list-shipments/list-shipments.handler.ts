import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { ListShipmentsQuery } from './list-shipments.query';

@QueryHandler(ListShipmentsQuery)
export class ListShipmentsHandler implements IQueryHandler<ListShipmentsQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: ListShipmentsQuery): Promise<ErpAnswer<ViewOf<'shipments.list'>>> {
    return this.reads.read(erpReadOf('shipments.list', question));
  }
}
