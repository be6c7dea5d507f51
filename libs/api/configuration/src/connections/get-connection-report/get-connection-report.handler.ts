import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import { type ConnectionReport, ErpConnections, LONGEST_REPORT_MINUTES } from '@headwater/erp-contracts';
import { foundConnection } from '../found-connection';
import { GetConnectionReportQuery } from './get-connection-report.query';

@QueryHandler(GetConnectionReportQuery)
export class GetConnectionReportHandler implements IQueryHandler<GetConnectionReportQuery> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
  ) {}

  async execute({ id, params }: GetConnectionReportQuery): Promise<ConnectionReport> {
    await foundConnection(this.stored, id);
    return this.connections.report(id, params.minutes ?? LONGEST_REPORT_MINUTES);
  }
}
