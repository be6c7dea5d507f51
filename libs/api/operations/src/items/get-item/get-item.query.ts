import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** One item by its number. */
export class GetItemQuery extends Query<ErpAnswer<ViewOf<'items.get'>>> {
  constructor(readonly question: ErpQuestion<'items.get'>) {
    super();
  }
}
