import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, FreshParams, questionOf, SearchItemsParams, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { ErpKeyPipe } from '../reading/erp-key.pipe';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { pageOf } from '../schemas/answer-schemas';
import { GetItemQuery } from './get-item/get-item.query';
import { SearchItemsQuery } from './search-items/search-items.query';

@Controller('api/erp/connections/:id/items')
export class ItemsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('items', pageOf(refTo('ItemView')))
  search(@Asker() asker: ErpAsker, @Query() params: SearchItemsParams): Promise<ErpAnswer<ViewOf<'items.search'>>> {
    return this.queries.execute(new SearchItemsQuery(questionFrom(asker, questionOf(params), params)));
  }

  @Get(':number')
  @ErpReadRoute('items', refTo('ItemView'))
  get(
    @Asker() asker: ErpAsker,
    @Param('number', ErpKeyPipe) number: string,
    @Query() params: FreshParams,
  ): Promise<ErpAnswer<ViewOf<'items.get'>>> {
    return this.queries.execute(new GetItemQuery(questionFrom(asker, { number }, params)));
  }
}
