import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { GetItemQuery } from './get-item.query';

@QueryHandler(GetItemQuery)
export class GetItemHandler implements IQueryHandler<GetItemQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: GetItemQuery): Promise<ErpAnswer<ViewOf<'items.get'>>> {
    return this.answers.to('items.get', question);
  }
}
