import { authorizeOn } from '@headwater/api/edge';
import { DomainError } from '@headwater/kernel';
import { type Account, AccountRepository } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnlinkCustomerCommand } from './unlink-customer.command';

@CommandHandler(UnlinkCustomerCommand)
export class UnlinkCustomerHandler implements ICommandHandler<UnlinkCustomerCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, link }: UnlinkCustomerCommand): Promise<Account> {
    const account = await this.accounts.find(link.accountId);
    if (account === undefined) throw new DomainError('not-found', 'This account does not exist.');
    authorizeOn(actor, 'update', { subject: 'Account', fields: account });
    return this.accounts.unlink(link.accountId, link.linkId);
  }
}
