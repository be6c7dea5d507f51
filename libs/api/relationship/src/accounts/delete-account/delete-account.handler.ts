import { authorizeOn } from '@headwater/api/edge';
import { AccountRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentVersion } from '../../current-version';
import { DeleteAccountCommand } from './delete-account.command';

@CommandHandler(DeleteAccountCommand)
export class DeleteAccountHandler implements ICommandHandler<DeleteAccountCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, target }: DeleteAccountCommand): Promise<void> {
    const found = await this.accounts.find(target.id);
    const account = currentVersion(found, { version: target.version, called: 'This account' });
    authorizeOn(actor, 'delete', { subject: 'Account', fields: account });
    await this.accounts.remove(target);
  }
}
