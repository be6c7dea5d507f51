import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ErpAnswer, ViewOf } from '@headwater/erp-contracts';
import { ErpAnswers } from '../../reading/erp-answers';
import { ListInvoicesQuery } from './list-invoices.query';

@QueryHandler(ListInvoicesQuery)
export class ListInvoicesHandler implements IQueryHandler<ListInvoicesQuery> {
  constructor(private readonly answers: ErpAnswers) {}

  execute({ question }: ListInvoicesQuery): Promise<ErpAnswer<ViewOf<'invoices.list'>>> {
    return this.answers.to('invoices.list', question);
  }
}
