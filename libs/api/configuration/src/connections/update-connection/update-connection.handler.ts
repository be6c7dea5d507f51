import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type ErpConnectionChanges,
  type ErpConnectionRecord,
  ErpConnectionRepository,
  type SettingsInput,
} from '@headwater/configuration';
import { ErpConnections, type ErpConnectionSummary } from '@headwater/erp-contracts';
import { manifestNamed } from '../../settings/adapter-form';
import { separatedSettings } from '../../settings/checked-settings';
import { refuseUnworkable } from '../../settings/refuse-unworkable';
import { ConnectionSummaries } from '../connection-summaries';
import { currentConnection } from '../found-connection';
import { UpdateConnectionCommand } from './update-connection.command';

@CommandHandler(UpdateConnectionCommand)
export class UpdateConnectionHandler implements ICommandHandler<UpdateConnectionCommand> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
    private readonly summaries: ConnectionSummaries,
  ) {}

  async execute({ actor, target, body }: UpdateConnectionCommand): Promise<ErpConnectionSummary> {
    const { settings, ...rest } = body;
    const record = await currentConnection(this.stored, target);
    const changes = { ...rest, ...(settings === undefined ? {} : await this.checked(record, settings)) };
    const changed = await this.stored.change(target, changes);
    // The next read opens the connection anew; what was read with the settings before is forgotten.
    await this.connections.reset(target.id);
    return this.summaries.of(changed, actor);
  }

  private async checked(record: ErpConnectionRecord, input: SettingsInput): Promise<ErpConnectionChanges> {
    const { settings, secrets } = separatedSettings(manifestNamed(this.connections, record.adapter), input, record);
    const kept = await this.stored.secretsOf(record.id);
    const candidate = { connectionId: record.id, adapter: record.adapter };
    await refuseUnworkable(this.connections, { ...candidate, settings: { ...settings, ...kept, ...secrets } });
    return { settings, secrets };
  }
}
