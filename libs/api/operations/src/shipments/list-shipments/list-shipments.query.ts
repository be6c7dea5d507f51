import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Shipments of an order or a customer. */
export class ListShipmentsQuery extends Query<ErpAnswer<ViewOf<'shipments.list'>>> {
  constructor(readonly question: ErpQuestion<'shipments.list'>) {
    super();
  }
}
