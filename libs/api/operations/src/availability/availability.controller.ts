import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, ListAvailabilityParams, toAvailabilityQuery, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { batchOf } from '../schemas/answer-schemas';
import { ListAvailabilityQuery } from './list-availability/list-availability.query';

@Controller('api/erp/connections/:id/availability')
export class AvailabilityController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('availability', batchOf(refTo('AvailabilityView')))
  list(
    @Asker() asker: ErpAsker,
    @Query() params: ListAvailabilityParams,
  ): Promise<ErpAnswer<ViewOf<'availability.list'>>> {
    return this.queries.execute(new ListAvailabilityQuery(questionFrom(asker, toAvailabilityQuery(params), params)));
  }
}
