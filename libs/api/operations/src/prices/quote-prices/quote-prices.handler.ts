import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type BatchPage, type ErpAnswer, ErpReads, type PriceView } from '@headwater/erp-contracts';
import { erpReadOf } from '../../reading/erp-question';
import { pricesAsVisible } from '../cost-visibility';
import { QuotePricesQuery } from './quote-prices.query';

@QueryHandler(QuotePricesQuery)
export class QuotePricesHandler implements IQueryHandler<QuotePricesQuery> {
  constructor(private readonly reads: ErpReads) {}

  async execute({ question, costs }: QuotePricesQuery): Promise<ErpAnswer<BatchPage<PriceView>>> {
    const answer = await this.reads.read(erpReadOf('prices.quote', question));
    return { ...answer, data: pricesAsVisible(answer.data, costs) };
  }
}
