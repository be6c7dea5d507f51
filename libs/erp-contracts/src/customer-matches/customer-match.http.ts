import { IsOptional } from 'class-validator';
import { IsPageCursor, IsPageSize } from '../params/param.decorators';

export const MAX_MATCHED_ACCOUNTS = 25;

/** Each account costs a question to the ERP, so that pages are short. */
export class FindCustomerMatchesParams {
  @IsOptional()
  @IsPageSize(MAX_MATCHED_ACCOUNTS)
  readonly limit?: number;

  @IsPageCursor()
  readonly cursor?: string;
}
