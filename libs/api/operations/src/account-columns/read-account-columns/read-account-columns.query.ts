import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { AccountColumnMessage, AccountColumnsQuestion } from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import type { Observable } from 'rxjs';

/** The columns of a page of accounts while they arrive. */
export interface ArrivingColumns {
  /** The accounts there are for this reader, with their customers. */
  readonly customersOf: ReadonlyMap<string, readonly ErpRef[]>;
  readonly notFound: readonly string[];
  readonly arriving: Observable<AccountColumnMessage>;
}

/** What the ERPs say of the accounts of one page of a list. */
export class ReadAccountColumnsQuery extends Query<ArrivingColumns> {
  constructor(
    readonly question: AccountColumnsQuestion,
    readonly reader: SignedInUser,
  ) {
    super();
  }
}
