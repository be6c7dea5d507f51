import type { SignedInUser } from '@headwater/api/edge';
import type { Account } from '@headwater/relationship';
import { Query } from '@nestjs/cqrs';

export class GetAccountQuery extends Query<Account> {
  constructor(
    readonly actor: SignedInUser,
    readonly id: string,
  ) {
    super();
  }
}
