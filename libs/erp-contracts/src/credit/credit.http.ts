import { FreshParams } from '../params/fresh.params';
import { IsErpKey } from '../params/param.decorators';

export class GetCreditParams extends FreshParams {
  @IsErpKey()
  readonly customer!: string;
}
