import { IsIn, IsOptional } from 'class-validator';
import { IsOwnedId } from '../fields/id.decorators';
import { SearchText } from '../fields/text.decorators';
import { ListParams } from '../lists/list.params';

export const CONTACT_SORTS = ['name', '-name', 'updatedAt', '-updatedAt'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export class ListContactsParams extends ListParams {
  @IsOptional()
  @IsOwnedId('accountId')
  readonly accountId?: string;

  @IsOptional()
  @IsIn(CONTACT_SORTS, { message: `sort must be one of ${CONTACT_SORTS.join(', ')}.` })
  readonly sort?: ContactSort;

  /** Any part of a name or an e-mail address. */
  @SearchText()
  readonly q?: string | null;
}
