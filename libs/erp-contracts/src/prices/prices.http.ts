import { IsOptional } from 'class-validator';
import { FreshParams, questionOf } from '../params/fresh.params';
import { IsDay, IsErpKey } from '../params/param.decorators';
import { Passes } from '../params/text-check.decorator';
import { parsePriceQuestions, problemOfPriceQuestions } from './price-question-list';
import type { PriceQuery } from './prices.port';

export class QuotePricesParams extends FreshParams {
  @IsErpKey()
  readonly customer!: string;

  @IsOptional()
  @IsErpKey()
  readonly shipTo?: string;

  @IsOptional()
  @IsErpKey()
  readonly warehouse?: string;

  /** `A:10:EA,B`: item, quantity, unit; a comma or colon of an item number is written `%2C` or `%3A`. */
  @Passes({ name: 'isPriceQuestionList', problemOf: problemOfPriceQuestions })
  readonly items!: string;

  /** Today where absent. */
  @IsDay()
  readonly on?: string;
}

export function toPriceQuery(params: QuotePricesParams): PriceQuery {
  return { ...questionOf(params), items: parsePriceQuestions(params.items) };
}
