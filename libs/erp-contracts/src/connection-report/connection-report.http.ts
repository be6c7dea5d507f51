import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { LONGEST_REPORT_MINUTES } from './connection-report';

export class ConnectionReportParams {
  /** How many minutes to look back, the running one included. */
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
  )
  @IsInt({ message: 'minutes must be a whole number.' })
  @Min(1, { message: 'minutes is at least 1.' })
  @Max(LONGEST_REPORT_MINUTES, { message: `minutes is at most ${LONGEST_REPORT_MINUTES}.` })
  readonly minutes?: number;
}
