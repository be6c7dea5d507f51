import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { GetCreditQuery } from './get-credit.query';

@QueryHandler(GetCreditQuery)
export class GetCreditHandler implements IQueryHandler<GetCreditQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: GetCreditQuery): Promise<ErpAnswer<ViewOf<'credit.get'>>> {
    return this.answers.to('credit.get', question);
  }
}
