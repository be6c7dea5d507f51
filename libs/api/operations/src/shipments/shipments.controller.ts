import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, ListShipmentsParams, questionOf, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { pageOf } from '../schemas/answer-schemas';
import { ListShipmentsQuery } from './list-shipments/list-shipments.query';

@Controller('api/erp/connections/:id/shipments')
export class ShipmentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('shipments', pageOf(refTo('ShipmentView')))
  list(@Asker() asker: ErpAsker, @Query() params: ListShipmentsParams): Promise<ErpAnswer<ViewOf<'shipments.list'>>> {
    return this.queries.execute(new ListShipmentsQuery(questionFrom(asker, questionOf(params), params)));
  }
}
