import type { PositionedPage, RecordVersion } from '@headwater/kernel';
import type { ListQuery } from '../lists/list-query';
import type { Account } from './account';
import type { AccountSort } from './list-accounts.params';

export interface AccountListQuery extends ListQuery<AccountSort> {
  /** Part of a name or of a linked customer number, as typed. */
  readonly text?: string;
  /** Only accounts without a link to this connection. */
  readonly notLinkedTo?: string;
}

/** What people decide about an account; everything else follows. */
export interface AccountDetails {
  readonly name: string;
  readonly phone: string | null;
  readonly website: string | null;
  readonly industry: string | null;
  readonly territory: string | null;
  readonly ownerId: string | null;
  readonly parentId: string | null;
}

export type AccountChanges = Partial<AccountDetails>;

export interface NewErpLink {
  readonly connectionId: string;
  readonly externalId: string;
}

/**
 * Where accounts are kept. Methods that change throw `DomainError` `not-found` for an unknown account,
 * `StaleVersionError` for a version that is no longer the current one, and `invalid-request` naming the field
 * for a reference to nothing.
 */
export abstract class AccountRepository {
  abstract list(query: AccountListQuery): Promise<PositionedPage<Account>>;
  abstract find(id: string): Promise<Account | undefined>;
  /** Those of the accounts that exist, in any order. */
  abstract findEach(ids: readonly string[]): Promise<readonly Account[]>;
  /** The account's parent, that one's parent, and so on, nearest first. */
  abstract ancestorIds(id: string): Promise<readonly string[]>;
  abstract add(details: AccountDetails): Promise<Account>;
  abstract change(target: RecordVersion, changes: AccountChanges): Promise<Account>;
  /** Removes its contacts, conversations and links too; accounts below it lose their parent. */
  abstract remove(target: RecordVersion): Promise<void>;
  /** Throws `conflict` where the account has this link already. */
  abstract link(accountId: string, link: NewErpLink): Promise<Account>;
  abstract unlink(accountId: string, linkId: string): Promise<Account>;
}
