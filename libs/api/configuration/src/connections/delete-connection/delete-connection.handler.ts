import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErpConnectionRepository } from '@headwater/configuration';
import { ErpConnections } from '@headwater/erp-contracts';
import { DomainError } from '@headwater/kernel';
import { currentConnection } from '../found-connection';
import { DeleteConnectionCommand } from './delete-connection.command';

@CommandHandler(DeleteConnectionCommand)
export class DeleteConnectionHandler implements ICommandHandler<DeleteConnectionCommand> {
  constructor(
    private readonly stored: ErpConnectionRepository,
    private readonly connections: ErpConnections,
  ) {}

  async execute({ target }: DeleteConnectionCommand): Promise<void> {
    await currentConnection(this.stored, target);
    const linked = await this.stored.countLinkedAccounts(target.id);
    if (linked > 0)
      throw new DomainError(
        'conflict',
        `${accounts(linked)} linked to customers of this connection. Remove these links first, or switch the connection off.`,
      );
    await this.stored.remove(target);
    await this.connections.reset(target.id);
  }
}

function accounts(count: number): string {
  return count === 1 ? '1 account is' : `${count} accounts are`;
}
