import { ErpPageParams } from '../params/page.params';
import { IsSearchText } from '../params/param.decorators';

export class SearchCustomersParams extends ErpPageParams {
  /** Words of the name, or the start of a number. */
  @IsSearchText()
  readonly q!: string;
}
