import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, GetCreditParams, questionOf, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { GetCreditQuery } from './get-credit/get-credit.query';

@Controller('api/erp/connections/:id/credit')
export class CreditController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('credit', refTo('CreditView'))
  get(@Asker() asker: ErpAsker, @Query() params: GetCreditParams): Promise<ErpAnswer<ViewOf<'credit.get'>>> {
    return this.queries.execute(new GetCreditQuery(questionFrom(asker, questionOf(params), params)));
  }
}
