import type { SignedInUser } from '@headwater/api/edge';
import type { ErpRef } from '@headwater/kernel';

/** To which ERP customers an account points. Implemented beside the accounts. */
export abstract class LinkedCustomers {
  /** Throws `DomainError` `not-found` for an unknown account, `forbidden` for one this reader may not see. */
  abstract of(accountId: string, reader: SignedInUser): Promise<readonly ErpRef[]>;
}
