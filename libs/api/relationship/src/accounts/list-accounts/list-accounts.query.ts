import type { SignedInUser } from '@headwater/api/edge';
import type { CountedPage } from '@headwater/kernel';
import type { Account, ListAccountsParams } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class ListAccountsQuery extends Query<CountedPage<Account>> {
  constructor(
    readonly actor: SignedInUser,
    readonly params: ListAccountsParams,
  ) {
    super();
  }
}
