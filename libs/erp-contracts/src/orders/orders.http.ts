import { IsOptional } from 'class-validator';
import { ErpPageParams } from '../params/page.params';
import { IsErpKey, IsFlag, IsSort } from '../params/param.decorators';

export class ListOrdersParams extends ErpPageParams {
  @IsOptional()
  @IsErpKey()
  readonly customer?: string;

  @IsOptional()
  @IsErpKey()
  readonly customerPo?: string;

  /** Only orders with something still to come. */
  @IsFlag('open')
  readonly open?: boolean;

  @IsSort()
  readonly sort?: string;
}
