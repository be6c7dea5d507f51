import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { GetItemQuery } from './get-item.query';

@QueryHandler(GetItemQuery)
export class GetItemHandler implements IQueryHandler<GetItemQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: GetItemQuery): Promise<ErpAnswer<ViewOf<'items.get'>>> {
    return this.reads.read(erpReadOf('items.get', question));
  }
}
