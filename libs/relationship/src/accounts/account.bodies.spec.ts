import { newId } from '@headwater/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateContactBody } from '../contacts/contact.bodies';
import { CreateConversationBody, UpdateConversationBody } from '../conversations/conversation.bodies';
import { ListParams } from '../lists/list.params';
import { CreateAccountBody, UpdateAccountBody } from './account.bodies';
import { AddErpLinkBody } from './add-erp-link.body';

function messagesOf<T extends object>(type: new () => T, plain: object): readonly string[] {
  return validateSync(plainToInstance(type, plain)).flatMap((error) => Object.values(error.constraints ?? {}));
}

describe('what creates an account', () => {
  it('needs a name and no more', () => {
    expect(messagesOf(CreateAccountBody, { name: 'Acme' })).toEqual([]);
    expect(messagesOf(CreateAccountBody, {})).toContain('A name must be text.');
  });

  it.each(['', '   ', '\u00a0'])('is refused with the blank name %j', (name) => {
    expect(messagesOf(CreateAccountBody, { name })).toContain('A name must not be blank.');
  });

  it('is refused with a name of two lines or of too many characters', () => {
    expect(messagesOf(CreateAccountBody, { name: 'Acme\nWest' })).toEqual(['A name must be a single line.']);
    expect(messagesOf(CreateAccountBody, { name: 'A'.repeat(201) })).toEqual(['A name has at most 200 characters.']);
  });

  it('loses the spaces around text, and blank text altogether', () => {
    const body = plainToInstance(CreateAccountBody, { name: '  Acme ', phone: ' ', industry: ' Tools ' });
    expect(body).toEqual({ name: 'Acme', phone: null, industry: 'Tools' });
    expect(validateSync(body)).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'ftp://acme.example', 'acme', 'data:text/html,x'])(
    'is refused with the website %j',
    (website) => {
      expect(messagesOf(CreateAccountBody, { name: 'Acme', website })).toHaveLength(1);
    },
  );

  it('takes a website that can be opened', () => {
    expect(messagesOf(CreateAccountBody, { name: 'Acme', website: 'https://www.acme.example/de?x=1' })).toEqual([]);
  });

  it('is refused with an owner that is no id', () => {
    expect(messagesOf(CreateAccountBody, { name: 'Acme', ownerId: 'me' })).toHaveLength(1);
    expect(messagesOf(CreateAccountBody, { name: 'Acme', ownerId: newId() })).toEqual([]);
  });
});

describe('what changes an account', () => {
  it('may leave every field alone, and clear all but the name', () => {
    expect(messagesOf(UpdateAccountBody, {})).toEqual([]);
    expect(messagesOf(UpdateAccountBody, { phone: null, website: null, ownerId: null, parentId: null })).toEqual([]);
    expect(messagesOf(UpdateAccountBody, { name: null })).toContain('A name must be text.');
  });
});

describe('a link to an ERP customer', () => {
  it('keeps leading zeros', () => {
    const body = plainToInstance(AddErpLinkBody, { connectionId: newId(), externalId: ' 0001001 ' });
    expect(validateSync(body)).toEqual([]);
    expect(body.externalId).toBe('0001001');
  });

  it('is text, because a number has lost its leading zeros', () => {
    expect(messagesOf(AddErpLinkBody, { connectionId: newId(), externalId: 1001 })).not.toEqual([]);
  });
});

describe('a contact', () => {
  it('has an e-mail address one can write to, or none', () => {
    const contact = { accountId: newId(), name: 'Ann' };
    expect(messagesOf(CreateContactBody, { ...contact, email: 'ann@acme.example' })).toEqual([]);
    expect(messagesOf(CreateContactBody, { ...contact, email: '' })).toEqual([]);
    expect(messagesOf(CreateContactBody, { ...contact, email: 'ann' })).toHaveLength(1);
  });
});

describe('a note', () => {
  const accountId = newId();

  it('has up to 10,000 characters on any number of lines', () => {
    expect(messagesOf(CreateConversationBody, { accountId, body: 'a\nb' })).toEqual([]);
    expect(messagesOf(CreateConversationBody, { accountId, body: 'a'.repeat(10_000) })).toEqual([]);
    expect(messagesOf(CreateConversationBody, { accountId, body: 'a'.repeat(10_001) })).toEqual([
      'A note has at most 10,000 characters.',
    ]);
    expect(messagesOf(CreateConversationBody, { accountId, body: 'a\0b' })).toHaveLength(1);
    expect(messagesOf(CreateConversationBody, { accountId, body: ' \n ' })).toEqual(['A note must not be blank.']);
  });

  it.each(['2026-11-23', '2026-11-23T09:14:00', '2026-13-23T09:14:00Z', 'yesterday'])(
    'happened at a moment, not %j',
    (occurredAt) => {
      expect(messagesOf(UpdateConversationBody, { occurredAt })).toHaveLength(1);
    },
  );
});

describe('a list', () => {
  it.each(['0', '201', 'ten', '', '1.5'])('cannot have the page size %j', (limit) => {
    expect(messagesOf(ListParams, { limit })).not.toEqual([]);
  });

  it('reads its page size from a query string', () => {
    expect(plainToInstance(ListParams, { limit: '25' })).toEqual({ limit: 25 });
  });
});
