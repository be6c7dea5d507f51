import { IsOptional } from 'class-validator';
import { ErpPageParams } from '../params/page.params';
import { IsErpKey, IsSearchText } from '../params/param.decorators';

export class SearchItemsParams extends ErpPageParams {
  /** Item number or its start, customer part number, or words of the description. */
  @IsSearchText()
  readonly q!: string;

  /** Customer whose own part numbers count. */
  @IsOptional()
  @IsErpKey()
  readonly customer?: string;
}
