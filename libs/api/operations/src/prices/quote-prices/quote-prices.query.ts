import { Query } from '@nestjs/cqrs';
import type { BatchPage, ErpAnswer, PriceView } from '@headwater/erp-contracts';
import type { ErpQuestion } from '../../reading/erp-question';
import type { CostVisibility } from '../cost-visibility';

/** What a customer pays for a batch of items. */
export class QuotePricesQuery extends Query<ErpAnswer<BatchPage<PriceView>>> {
  constructor(
    readonly question: ErpQuestion<'prices.quote'>,
    readonly costs: CostVisibility,
  ) {
    super();
  }
}
