import { authorizeOn } from '@headwater/api/edge';
import { DomainError } from '@headwater/kernel';
import { type Account, AccountRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { GetAccountQuery } from './get-account.query';

@QueryHandler(GetAccountQuery)
export class GetAccountHandler implements IQueryHandler<GetAccountQuery> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, id }: GetAccountQuery): Promise<Account> {
    const account = await this.accounts.find(id);
    if (account === undefined) throw new DomainError('not-found', 'This account does not exist.');
    authorizeOn(actor, 'read', { subject: 'Account', fields: account });
    return account;
  }
}
