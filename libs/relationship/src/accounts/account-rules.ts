import type { Rule } from '../rules/rule';
import type { Account } from './account';
import type { NewErpLink } from './account.repository';

/** Twice the same customer would count its orders twice. ERPs ignore case in their keys. */
export class CustomerIsLinkedOnce implements Rule {
  readonly code = 'conflict';
  readonly message = 'This account is already linked to that customer.';
  readonly field = 'externalId';

  constructor(
    private readonly account: Account,
    private readonly link: NewErpLink,
  ) {}

  isBroken(): boolean {
    const { connectionId, externalId } = this.link;
    return this.account.erpLinks.some(
      (link) => link.connectionId === connectionId && link.externalId.toUpperCase() === externalId.toUpperCase(),
    );
  }
}

/** A circle of parents has no top. */
export class AccountIsNotItsOwnAncestor implements Rule {
  readonly code = 'invalid-request';
  readonly message = 'An account cannot be below itself: choose another parent.';
  readonly field = 'parentId';

  /** `parentLine` is the new parent and everything above it. */
  constructor(
    private readonly accountId: string,
    private readonly parentLine: readonly string[],
  ) {}

  isBroken(): boolean {
    return this.parentLine.includes(this.accountId);
  }
}

/**
 * Owning an account brings rights over it, such as deleting it. Only those who have these rights may give them
 * away; otherwise anyone could take an account over first and delete it then.
 */
export class OwnerIsChangedByRight implements Rule {
  readonly code = 'forbidden';
  readonly message = 'Only the owner or a manager may give this account to someone else.';
  readonly field = 'ownerId';

  constructor(
    private readonly change: {
      readonly from: string | null;
      readonly to: string | null | undefined;
      readonly mayDelete: boolean;
    },
  ) {}

  isBroken(): boolean {
    const { from, to, mayDelete } = this.change;
    return to !== undefined && to !== from && !mayDelete;
  }
}
