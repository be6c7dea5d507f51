import { authorize, toCountedPage } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import { type Account, AccountRepository } from '@headwater/relationship';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { listQueryOf, textOf } from '../../lists/list-query-of';
import { ListAccountsQuery } from './list-accounts.query';

@QueryHandler(ListAccountsQuery)
export class ListAccountsHandler implements IQueryHandler<ListAccountsQuery> {
  constructor(private readonly accounts: AccountRepository) {}

  async execute({ actor, params }: ListAccountsQuery): Promise<CountedPage<Account>> {
    authorize(actor, 'read', 'Account');
    const query = { ...listQueryOf(params, params.sort ?? 'name'), ...textOf(params.q) };
    return toCountedPage(await this.accounts.list(query));
  }
}
