import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** Query parameters every list takes. */
export class ListParams {
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === '' ? Number.NaN : Number(value)))
  @IsInt({ message: 'limit must be a whole number.' })
  @Min(1, { message: 'limit is at least 1.' })
  @Max(MAX_PAGE_SIZE, { message: `limit is at most ${MAX_PAGE_SIZE}.` })
  readonly limit?: number;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString({ message: 'cursor must be the nextCursor of a page.' })
  @MaxLength(2_000, { message: 'cursor must be the nextCursor of a page.' })
  readonly cursor?: string;
}
