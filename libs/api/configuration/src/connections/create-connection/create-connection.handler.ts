import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import { ErpConnections, type ErpConnectionSummary } from '@headwater/erp-contracts';
import { newId } from '@headwater/kernel';
import { manifestNamed } from '../../settings/adapter-form';
import { separatedSettings } from '../../settings/checked-settings';
import { refuseUnworkable } from '../../settings/refuse-unworkable';
import { ConnectionSummaries } from '../connection-summaries';
import { CreateConnectionCommand } from './create-connection.command';

@CommandHandler(CreateConnectionCommand)
export class CreateConnectionHandler implements ICommandHandler<CreateConnectionCommand> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
    private readonly summaries: ConnectionSummaries,
  ) {}

  async execute({ actor, body }: CreateConnectionCommand): Promise<ErpConnectionSummary> {
    const { name, adapter, enabled = true } = body;
    const { settings, secrets } = separatedSettings(manifestNamed(this.connections, adapter), body.settings);
    const id = newId();
    await refuseUnworkable(this.connections, { connectionId: id, adapter, settings: { ...settings, ...secrets } });
    return this.summaries.of(await this.stored.add({ id, name, adapter, settings, secrets, enabled }), actor);
  }
}
