import { DomainError, newId } from '@headwater/kernel';
import { ConversationHasHappened } from '../conversations/conversation-rules';
import { uphold } from '../rules/rule';
import type { Account } from './account';
import { AccountIsNotItsOwnAncestor, CustomerIsLinkedOnce, OwnerIsChangedByRight } from './account-rules';

const connectionId = newId();

function accountLinkedTo(externalId: string): Account {
  const link = { id: newId(), connectionId, connectionName: 'SX.e East', kind: 'customer' as const, externalId };
  return {
    id: newId(),
    name: 'Acme',
    phone: null,
    website: null,
    industry: null,
    territory: null,
    ownerId: null,
    ownerName: null,
    parentId: null,
    erpLinks: [link],
    createdAt: '2026-11-23T09:14:03.120Z',
    updatedAt: '2026-11-23T09:14:03.120Z',
    version: 1,
  };
}

describe('an account', () => {
  it('is linked to a customer once, whatever the case of its key', () => {
    const account = accountLinkedTo('ab-1');
    expect(new CustomerIsLinkedOnce(account, { connectionId, externalId: 'AB-1' }).isBroken()).toBe(true);
    expect(new CustomerIsLinkedOnce(account, { connectionId, externalId: 'AB-2' }).isBroken()).toBe(false);
    expect(new CustomerIsLinkedOnce(account, { connectionId: newId(), externalId: 'AB-1' }).isBroken()).toBe(false);
  });

  it('is never below itself', () => {
    expect(new AccountIsNotItsOwnAncestor('a', ['a']).isBroken()).toBe(true);
    expect(new AccountIsNotItsOwnAncestor('a', ['b', 'c', 'a']).isBroken()).toBe(true);
    expect(new AccountIsNotItsOwnAncestor('a', ['b', 'c']).isBroken()).toBe(false);
  });

  it('changes hands by right only', () => {
    const isBroken = (to: string | null | undefined, mayDelete = false) =>
      new OwnerIsChangedByRight({ from: 'ann', to, mayDelete }).isBroken();
    expect(isBroken('bob')).toBe(true);
    expect(isBroken(null)).toBe(true);
    expect(isBroken('bob', true)).toBe(false);
    expect(isBroken('ann')).toBe(false);
    expect(isBroken(undefined)).toBe(false);
  });
});

describe('a conversation', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const clock = { now: () => now, monotonic: () => 0 };

  it('has happened, give or take the difference of two clocks', () => {
    expect(new ConversationHasHappened('2026-11-23T09:04:00Z', clock).isBroken()).toBe(false);
    expect(new ConversationHasHappened('2026-11-23T09:06:00Z', clock).isBroken()).toBe(true);
  });
});

describe('a broken rule', () => {
  it('names the field to change', () => {
    const broken = () => uphold(new AccountIsNotItsOwnAncestor('a', ['a']));
    expect(broken).toThrow(DomainError);
    expect(broken).toThrow(
      expect.objectContaining({ code: 'invalid-request', errors: [expect.objectContaining({ field: 'parentId' })] }),
    );
  });
});
