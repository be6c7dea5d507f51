import { ErpPageParams } from '../params/page.params';
import { IsErpKey, IsFlag, IsSort } from '../params/param.decorators';

export class ListInvoicesParams extends ErpPageParams {
  @IsErpKey()
  readonly customer!: string;

  /** Only invoices with an open amount. */
  @IsFlag('open')
  readonly open?: boolean;

  @IsSort()
  readonly sort?: string;
}
