import { IsOptional, ValidateIf } from 'class-validator';
import { isErpKey } from '../params/erp-key';
import { ErpPageParams } from '../params/page.params';
import { IsErpKey } from '../params/param.decorators';
import { Passes } from '../params/text-check.decorator';

export class ListShipmentsParams extends ErpPageParams {
  @ValidateIf(
    ({ order, customer, trackingNumber }: ListShipmentsParams) =>
      order !== undefined || (customer === undefined && trackingNumber === undefined),
  )
  @Passes({
    name: 'isErpKey',
    problemOf: (value) =>
      isErpKey(value) ? undefined : 'Name the order or the customer whose shipments to read, or a tracking number.',
  })
  readonly order?: string;

  @IsOptional()
  @IsErpKey()
  readonly customer?: string;

  @IsOptional()
  @IsErpKey()
  readonly trackingNumber?: string;
}
