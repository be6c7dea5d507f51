import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** A customer's credit position. */
export class GetCreditQuery extends Query<ErpAnswer<ViewOf<'credit.get'>>> {
  constructor(readonly question: ErpQuestion<'credit.get'>) {
    super();
  }
}
