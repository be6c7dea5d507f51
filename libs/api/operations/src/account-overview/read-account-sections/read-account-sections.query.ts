import { Query } from '@nestjs/cqrs';
import type { SignedInUser } from '@headwater/api/edge';
import type { AccountSectionMessage, OverviewCapability } from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import type { Observable } from 'rxjs';

/** The sections of an account while they arrive, and the customers they are of. */
export interface ArrivingSections {
  readonly links: readonly ErpRef[];
  readonly arriving: Observable<AccountSectionMessage>;
}

/** The ERP panels of an account, all or some of them. */
export class ReadAccountSectionsQuery extends Query<ArrivingSections> {
  constructor(
    readonly accountId: string,
    readonly reader: SignedInUser,
    readonly asked: { readonly capabilities: readonly OverviewCapability[]; readonly fresh: boolean },
  ) {
    super();
  }
}
