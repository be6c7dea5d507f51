import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Stock of a batch of items, per warehouse. */
export class ListAvailabilityQuery extends Query<ErpAnswer<ViewOf<'availability.list'>>> {
  constructor(readonly question: ErpQuestion<'availability.list'>) {
    super();
  }
}
