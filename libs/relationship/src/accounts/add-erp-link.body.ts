import { IsOwnedId } from '../fields/id.decorators';
import { RequiredLine } from '../fields/text.decorators';

/** Links an account to a customer of an ERP. */
export class AddErpLinkBody {
  @IsOwnedId('A connection')
  readonly connectionId!: string;

  @RequiredLine({ called: 'A customer number', max: 100 })
  readonly externalId!: string;
}
