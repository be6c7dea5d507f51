import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { GetCreditQuery } from './get-credit.query';

@QueryHandler(GetCreditQuery)
export class GetCreditHandler implements IQueryHandler<GetCreditQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: GetCreditQuery): Promise<ErpAnswer<ViewOf<'credit.get'>>> {
    return this.reads.read(erpReadOf('credit.get', question));
  }
}
