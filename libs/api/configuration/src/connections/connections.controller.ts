import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, ExpectedVersion, OwnedIdPipe, Requires, type SignedInUser } from '@headwater/api/edge';
import { Answers, AnswersNothing, countedPageOf, refTo } from '@headwater/api/openapi';
import {
  CreateErpConnectionBody,
  TestErpConnectionBody,
  TestSavedErpConnectionBody,
  UpdateErpConnectionBody,
} from '@headwater/configuration';
import {
  type ConnectionReport,
  ConnectionReportParams,
  type ErpConnectionSummary,
  type ErpHealthView,
  type ProbeVerdict,
} from '@headwater/erp-contracts';
import type { CountedPage } from '@headwater/kernel';
import { CreateConnectionCommand } from './create-connection/create-connection.command';
import { DeleteConnectionCommand } from './delete-connection/delete-connection.command';
import { GetConnectionHealthQuery } from './get-connection-health/get-connection-health.query';
import { GetConnectionReportQuery } from './get-connection-report/get-connection-report.query';
import { GetConnectionQuery } from './get-connection/get-connection.query';
import { ListConnectionsQuery } from './list-connections/list-connections.query';
import { TestConnectionCommand } from './test-connection/test-connection.command';
import { TestSettingsCommand } from './test-settings/test-settings.command';
import { UpdateConnectionCommand } from './update-connection/update-connection.command';

interface ProbeReport {
  readonly verdicts: readonly ProbeVerdict[];
}

@ApiTags('ERP connections')
@Controller('api/erp/connections')
export class ConnectionsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @Requires('read', 'ErpConnection')
  @Answers(countedPageOf(refTo('ErpConnectionSummary')))
  async list(@CurrentUser() reader: SignedInUser): Promise<CountedPage<ErpConnectionSummary>> {
    const items = await this.queries.execute(new ListConnectionsQuery(reader));
    return { items, nextCursor: null, count: { value: items.length, exact: true } };
  }

  @Post()
  @HttpCode(201)
  @Requires('create', 'ErpConnection')
  @Answers(refTo('ErpConnectionSummary'), { status: 201 })
  create(@CurrentUser() actor: SignedInUser, @Body() body: CreateErpConnectionBody): Promise<ErpConnectionSummary> {
    return this.commands.execute(new CreateConnectionCommand(actor, body));
  }

  /** Tries settings before they are saved. */
  @Post('test')
  @HttpCode(200)
  @Requires('create', 'ErpConnection')
  @Answers(refTo('ProbeReport'))
  async testSettings(@Body() body: TestErpConnectionBody): Promise<ProbeReport> {
    return { verdicts: await this.commands.execute(new TestSettingsCommand(body)) };
  }

  @Get(':id')
  @Requires('read', 'ErpConnection')
  @Answers(refTo('ErpConnectionSummary'))
  get(@CurrentUser() reader: SignedInUser, @Param('id', OwnedIdPipe) id: string): Promise<ErpConnectionSummary> {
    return this.queries.execute(new GetConnectionQuery(reader, id));
  }

  @Patch(':id')
  @Requires('update', 'ErpConnection')
  @Answers(refTo('ErpConnectionSummary'))
  update(
    @CurrentUser() actor: SignedInUser,
    @Param('id', OwnedIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: UpdateErpConnectionBody,
  ): Promise<ErpConnectionSummary> {
    return this.commands.execute(new UpdateConnectionCommand(actor, { id, version }, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'ErpConnection')
  @AnswersNothing()
  delete(@Param('id', OwnedIdPipe) id: string, @ExpectedVersion() version: number): Promise<void> {
    return this.commands.execute(new DeleteConnectionCommand({ id, version }));
  }

  /** Tries a saved connection, with other settings in place of the saved ones where given. */
  @Post(':id/test')
  @HttpCode(200)
  @Requires('update', 'ErpConnection')
  @Answers(refTo('ProbeReport'))
  async test(@Param('id', OwnedIdPipe) id: string, @Body() body: TestSavedErpConnectionBody): Promise<ProbeReport> {
    return { verdicts: await this.commands.execute(new TestConnectionCommand(id, body)) };
  }

  /** How the connection does, from calls that really happened. */
  @Get(':id/health')
  @Requires('read', 'ErpConnection')
  @Answers(refTo('ErpHealthView'))
  health(@Param('id', OwnedIdPipe) id: string): Promise<ErpHealthView> {
    return this.queries.execute(new GetConnectionHealthQuery(id));
  }

  /** What this server process measured of the connection in the latest minutes. */
  @Get(':id/report')
  @Requires('update', 'ErpConnection')
  @Answers(refTo('ConnectionReport'))
  report(@Param('id', OwnedIdPipe) id: string, @Query() params: ConnectionReportParams): Promise<ConnectionReport> {
    return this.queries.execute(new GetConnectionReportQuery(id, params));
  }
}
