import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import { ErpConnections, type ProbeVerdict, toConnectionCandidate } from '@headwater/erp-contracts';
import { manifestNamed } from '../../settings/adapter-form';
import { separatedSettings } from '../../settings/checked-settings';
import { foundConnection } from '../found-connection';
import { TestConnectionCommand } from './test-connection.command';

@CommandHandler(TestConnectionCommand)
export class TestConnectionHandler implements ICommandHandler<TestConnectionCommand> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
  ) {}

  async execute({ id, body }: TestConnectionCommand): Promise<readonly ProbeVerdict[]> {
    const record = await foundConnection(this.stored, id);
    const input = { ...record.settings, ...body.settings };
    const { settings, secrets } = separatedSettings(manifestNamed(this.connections, record.adapter), input, record);
    const kept = await this.stored.secretsOf(id);
    const candidate = { connectionId: id, adapter: record.adapter };
    return this.connections.probe(
      toConnectionCandidate({ ...candidate, settings: { ...settings, ...kept, ...secrets } }),
    );
  }
}
