import type { SignedInUser } from '@headwater/api/edge';
import { abilityFor } from '@headwater/configuration';
import { newId } from '@headwater/kernel';
import type { Account, AccountRepository } from '@headwater/relationship';
import { AccountCustomers } from './account-customers';

const ME = newId();

function anAccount(ownerId: string, externalId: string): Account {
  const link = { id: newId(), connectionId: 'c1', connectionName: 'SX.e East', kind: 'customer' as const, externalId };
  const nothing = { phone: null, website: null, industry: null, territory: null, parentId: null, ownerName: null };
  const times = { createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-20T08:00:00.000Z' };
  return { id: newId(), name: externalId, ownerId, erpLinks: [link], version: 1, ...nothing, ...times };
}

/** One who sees the accounts that are theirs. */
function anOwner(): SignedInUser {
  const rules = [{ action: 'read' as const, subject: 'Account' as const, conditions: { ownerId: ME } }];
  return { id: ME, email: 'me@sales.example', name: 'Me', roles: [], rules, ability: abilityFor(rules) };
}

describe('the customers of several accounts', () => {
  const [mine, alsoMine, others] = [anAccount(ME, '1001'), anAccount(ME, '1002'), anAccount(newId(), '1003')];
  // Any order, as the port says.
  const repository = { findEach: async () => [others, alsoMine, mine] } as unknown as AccountRepository;

  it('are those of accounts the reader may see, in the order asked for', async () => {
    const asked = [mine.id, others.id, newId(), alsoMine.id];
    const found = await new AccountCustomers(repository).ofEach(asked, anOwner());
    expect([...found]).toEqual([
      [mine.id, [{ connectionId: 'c1', kind: 'customer', externalId: '1001' }]],
      [alsoMine.id, [{ connectionId: 'c1', kind: 'customer', externalId: '1002' }]],
    ]);
  });
});
