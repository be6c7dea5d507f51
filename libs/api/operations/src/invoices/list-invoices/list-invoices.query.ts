import { Query } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';

/** Invoices of a customer. */
export class ListInvoicesQuery extends Query<ErpAnswer<ViewOf<'invoices.list'>>> {
  constructor(readonly question: ErpQuestion<'invoices.list'>) {
    super();
  }
}
