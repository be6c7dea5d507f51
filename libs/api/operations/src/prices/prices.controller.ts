import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CurrentUser, type SignedInUser } from '@headwater/api/edge';
import { refTo } from '@headwater/api/openapi';
import { type ErpAnswer, QuotePricesParams, toPriceQuery, type ViewOf } from '@headwater/erp-contracts';
import { Asker, type ErpAsker } from '../reading/erp-asker.decorator';
import { questionFrom } from '../reading/erp-question';
import { ErpReadRoute } from '../reading/erp-read.decorator';
import { batchOf } from '../schemas/answer-schemas';
import { costVisibilityFor } from './cost-visibility';
import { QuotePricesQuery } from './quote-prices/quote-prices.query';

@Controller('api/erp/connections/:id/prices')
export class PricesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ErpReadRoute('prices', batchOf(refTo('PriceView')))
  quote(
    @Asker() asker: ErpAsker,
    @Query() params: QuotePricesParams,
    @CurrentUser() { ability }: SignedInUser,
  ): Promise<ErpAnswer<ViewOf<'prices.quote'>>> {
    const question = questionFrom<'prices.quote'>(asker, toPriceQuery(params), params);
    return this.queries.execute(new QuotePricesQuery(question, costVisibilityFor(ability)));
  }
}
