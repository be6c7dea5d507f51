import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { ListAvailabilityQuery } from './list-availability.query';

@QueryHandler(ListAvailabilityQuery)
export class ListAvailabilityHandler implements IQueryHandler<ListAvailabilityQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: ListAvailabilityQuery): Promise<ErpAnswer<ViewOf<'availability.list'>>> {
    return this.reads.read(erpReadOf('availability.list', question));
  }
}
