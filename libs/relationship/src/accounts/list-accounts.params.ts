import { IsIn, IsOptional } from 'class-validator';
import { SearchText } from '../fields/text.decorators';
import { ListParams } from '../lists/list.params';

export const ACCOUNT_SORTS = ['name', '-name', 'updatedAt', '-updatedAt'] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

export class ListAccountsParams extends ListParams {
  @IsOptional()
  @IsIn(ACCOUNT_SORTS, { message: `sort must be one of ${ACCOUNT_SORTS.join(', ')}.` })
  readonly sort?: AccountSort;

  /** Any part of a name, or of a customer number the account is linked to. */
  @SearchText()
  readonly q?: string | null;
}
