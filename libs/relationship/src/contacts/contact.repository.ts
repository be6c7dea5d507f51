import type { PositionedPage, RecordVersion } from '@headwater/kernel';
import type { ListQuery } from '../lists/list-query';
import type { Contact } from './contact';
import type { ContactSort } from './list-contacts.params';

export interface ContactListQuery extends ListQuery<ContactSort> {
  readonly accountId?: string;
  /** Part of a name or an e-mail address, as typed. */
  readonly text?: string;
}

export interface ContactDetails {
  readonly accountId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export type ContactChanges = Partial<Omit<ContactDetails, 'accountId'>>;

/** Where contacts are kept. Throws as `AccountRepository` does. */
export abstract class ContactRepository {
  abstract list(query: ContactListQuery): Promise<PositionedPage<Contact>>;
  abstract find(id: string): Promise<Contact | undefined>;
  abstract add(details: ContactDetails): Promise<Contact>;
  abstract change(target: RecordVersion, changes: ContactChanges): Promise<Contact>;
  abstract remove(target: RecordVersion): Promise<void>;
}
