import { authorizeOn } from '@headwater/api/edge';
import { DomainError } from '@headwater/kernel';
import { type Account, AccountRepository, CustomerIsLinkedOnce, uphold } from '@headwater/relationship';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LinkCustomerCommand } from './link-customer.command';

@CommandHandler(LinkCustomerCommand)
export class LinkCustomerHandler implements ICommandHandler<LinkCustomerCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, accountId, body }: LinkCustomerCommand): Promise<Account> {
    const account = await this.accounts.find(accountId);
    if (account === undefined) throw new DomainError('not-found', 'This account does not exist.');
    authorizeOn(actor, 'update', { subject: 'Account', fields: account });
    const link = { connectionId: body.connectionId, externalId: body.externalId };
    uphold(new CustomerIsLinkedOnce(account, link));
    return this.accounts.link(accountId, link);
  }
}
