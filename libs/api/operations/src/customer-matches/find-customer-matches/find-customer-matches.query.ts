import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { CustomerMatchPage, FindCustomerMatchesParams } from '@headwater/erp-contracts';

/** Accounts that are not linked to a connection yet, each with the customers it may be. */
export class FindCustomerMatchesQuery extends Query<CustomerMatchPage> {
  constructor(
    readonly connectionId: string,
    readonly actor: SignedInUser,
    readonly params: FindCustomerMatchesParams,
  ) {
    super();
  }
}
