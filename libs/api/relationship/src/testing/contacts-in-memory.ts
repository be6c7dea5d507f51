import { DomainError, newId, type PositionedPage, type RecordVersion } from '@headwater/kernel';
import {
  type Contact,
  type ContactChanges,
  type ContactDetails,
  type ContactListQuery,
  ContactRepository,
} from '@headwater/relationship';

const NOW = '2026-11-23T09:14:03.120Z';

/** Contacts as the port promises them, without a database. */
export class ContactsInMemory extends ContactRepository {
  readonly rows = new Map<string, Contact>();

  async list({ accountId, limit }: ContactListQuery): Promise<PositionedPage<Contact>> {
    const found = [...this.rows.values()].filter((row) => accountId === undefined || row.accountId === accountId);
    return { items: found.slice(0, limit), next: null, count: { value: found.length, exact: true } };
  }

  async find(id: string): Promise<Contact | undefined> {
    return this.rows.get(id);
  }

  async add(details: ContactDetails): Promise<Contact> {
    const contact = { id: newId(), createdAt: NOW, updatedAt: NOW, version: 1, ...details };
    this.rows.set(contact.id, contact);
    return contact;
  }

  async change({ id }: RecordVersion, changes: ContactChanges): Promise<Contact> {
    const row = this.rows.get(id);
    if (row === undefined) throw new DomainError('not-found', 'This contact does not exist any more.');
    const changed = { ...row, ...changes, version: row.version + 1 };
    this.rows.set(id, changed);
    return changed;
  }

  async remove({ id }: RecordVersion): Promise<void> {
    this.rows.delete(id);
  }
}
