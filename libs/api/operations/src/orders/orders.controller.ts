import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, FreshParams, questionOf, ListOrdersParams, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { ErpKeyPipe } from '../reading/erp-key.pipe';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { pageOf } from '../schemas/answer-schemas';
import { GetOrderQuery } from './get-order/get-order.query';
import { ListOrdersQuery } from './list-orders/list-orders.query';

@Controller('api/erp/connections/:id/orders')
export class OrdersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('orders', pageOf(refTo('SalesOrderView')))
  list(@Asker() asker: ErpAsker, @Query() params: ListOrdersParams): Promise<ErpAnswer<ViewOf<'orders.list'>>> {
    return this.queries.execute(new ListOrdersQuery(questionFrom(asker, questionOf(params), params)));
  }

  @Get(':number')
  @ErpReadRoute('orders', refTo('SalesOrderDetailView'))
  get(
    @Asker() asker: ErpAsker,
    @Param('number', ErpKeyPipe) number: string,
    @Query() params: FreshParams,
  ): Promise<ErpAnswer<ViewOf<'orders.get'>>> {
    return this.queries.execute(new GetOrderQuery(questionFrom(asker, { number }, params)));
  }
}
