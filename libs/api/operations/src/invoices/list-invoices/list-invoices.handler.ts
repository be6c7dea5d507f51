import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ErpAnswer, ErpReads, type ViewOf } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { ListInvoicesQuery } from './list-invoices.query';

@QueryHandler(ListInvoicesQuery)
export class ListInvoicesHandler implements IQueryHandler<ListInvoicesQuery> {
  constructor(private readonly reads: ErpReads) {}

  execute({ question }: ListInvoicesQuery): Promise<ErpAnswer<ViewOf<'invoices.list'>>> {
    return this.reads.read(erpReadOf('invoices.list', question));
  }
}
