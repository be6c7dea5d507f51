import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Items whose number, part number or description matches. */
export class SearchItemsQuery extends Query<ErpAnswer<ViewOf<'items.search'>>> {
  constructor(readonly question: ErpQuestion<'items.search'>) {
    super();
  }
}
