import { IsSearchText } from '../params/param.decorators';

export class SearchErpsParams {
  /** An order number, a customer's PO, a tracking number, an item number or words of a description. */
  @IsSearchText()
  readonly q!: string;
}
