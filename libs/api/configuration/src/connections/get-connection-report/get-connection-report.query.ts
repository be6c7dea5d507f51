import { Query } from '@nestjs/cqrs';
import type { ConnectionReport, ConnectionReportParams } from '@headwater/erp-contracts';

/** What was measured of a connection in the latest minutes. */
export class GetConnectionReportQuery extends Query<ConnectionReport> {
  constructor(
    readonly id: string,
    readonly params: ConnectionReportParams,
  ) {
    super();
  }
}
