import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErpConnections, type ProbeVerdict, toConnectionCandidate } from '@headwater/erp-contracts';
import { newId } from '@headwater/kernel';
import { manifestNamed } from '../../settings/adapter-form';
import { separatedSettings } from '../../settings/checked-settings';
import { TestSettingsCommand } from './test-settings.command';

@CommandHandler(TestSettingsCommand)
export class TestSettingsHandler implements ICommandHandler<TestSettingsCommand> {
  constructor(private readonly connections: ErpConnections) {}

  async execute({ body }: TestSettingsCommand): Promise<readonly ProbeVerdict[]> {
    const { adapter } = body;
    const { settings, secrets } = separatedSettings(manifestNamed(this.connections, adapter), body.settings);
    return this.connections.probe(
      toConnectionCandidate({ connectionId: newId(), adapter, settings: { ...settings, ...secrets } }),
    );
  }
}
