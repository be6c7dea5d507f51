import { IsOptional } from 'class-validator';
import { FreshParams } from '../params/fresh.params';
import { IsErpKey } from '../params/param.decorators';
import { Passes } from '../params/text-check.decorator';
import type { AvailabilityQuery } from './availability.port';
import { parseItemList, problemOfItemList } from './item-list';

export class ListAvailabilityParams extends FreshParams {
  /** `A,B`; a comma of an item number is written `%2C`. */
  @Passes({ name: 'isItemList', problemOf: problemOfItemList })
  readonly items!: string;

  @IsOptional()
  @IsErpKey()
  readonly warehouse?: string;
}

export function toAvailabilityQuery({ items, warehouse }: ListAvailabilityParams): AvailabilityQuery {
  return { items: parseItemList(items), ...(warehouse === undefined ? {} : { warehouse }) };
}
