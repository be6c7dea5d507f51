import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, ListInvoicesParams, questionOf, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { pageOf } from '../schemas/answer-schemas';
import { ListInvoicesQuery } from './list-invoices/list-invoices.query';

@Controller('api/erp/connections/:id/invoices')
export class InvoicesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('invoices', pageOf(refTo('InvoiceView')))
  list(@Asker() asker: ErpAsker, @Query() params: ListInvoicesParams): Promise<ErpAnswer<ViewOf<'invoices.list'>>> {
    return this.queries.execute(new ListInvoicesQuery(questionFrom(asker, questionOf(params), params)));
  }
}
