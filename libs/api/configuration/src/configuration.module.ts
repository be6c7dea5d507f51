import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AdaptersController } from './adapters/adapters.controller';
import { ListAdaptersHandler } from './adapters/list-adapters/list-adapters.handler';
import { ConnectionSummaries } from './connections/connection-summaries';
import { ConnectionsController } from './connections/connections.controller';
import { CreateConnectionHandler } from './connections/create-connection/create-connection.handler';
import { DeleteConnectionHandler } from './connections/delete-connection/delete-connection.handler';
import { GetConnectionHealthHandler } from './connections/get-connection-health/get-connection-health.handler';
import { GetConnectionReportHandler } from './connections/get-connection-report/get-connection-report.handler';
import { GetConnectionHandler } from './connections/get-connection/get-connection.handler';
import { ListConnectionsHandler } from './connections/list-connections/list-connections.handler';
import { TestConnectionHandler } from './connections/test-connection/test-connection.handler';
import { TestSettingsHandler } from './connections/test-settings/test-settings.handler';
import { UpdateConnectionHandler } from './connections/update-connection/update-connection.handler';

/** What admins configure. Needs global providers of `ErpConnectionRepository`, `ErpConnections` and `ErpReads`. */
@Module({
  imports: [CqrsModule],
  controllers: [AdaptersController, ConnectionsController],
  providers: [
    ConnectionSummaries,
    CreateConnectionHandler,
    DeleteConnectionHandler,
    GetConnectionHandler,
    GetConnectionHealthHandler,
    GetConnectionReportHandler,
    ListAdaptersHandler,
    ListConnectionsHandler,
    TestConnectionHandler,
    TestSettingsHandler,
    UpdateConnectionHandler,
  ],
})
export class ConfigurationModule {}
