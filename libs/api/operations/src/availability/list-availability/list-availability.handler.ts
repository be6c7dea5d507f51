import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { ListAvailabilityQuery } from './list-availability.query';

@QueryHandler(ListAvailabilityQuery)
export class ListAvailabilityHandler implements IQueryHandler<ListAvailabilityQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: ListAvailabilityQuery): Promise<ErpAnswer<ViewOf<'availability.list'>>> {
    return this.answers.to('availability.list', question);
  }
}
