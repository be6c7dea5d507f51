import type { SignedInUser } from '@headwater/api/edge';
import type { ErpRef } from '@headwater/kernel';

/** To which ERP customers an account points. Implemented beside the accounts. */
export abstract class LinkedCustomers {
  /** Throws `DomainError` `not-found` for an unknown account, `forbidden` for one this reader may not see. */
  abstract of(accountId: string, reader: SignedInUser): Promise<readonly ErpRef[]>;
  /** Of each of the accounts, in their order; without those that do not exist or that this reader may not see. */
  abstract ofEach(accountIds: readonly string[], reader: SignedInUser): Promise<ReadonlyMap<string, readonly ErpRef[]>>;
}
