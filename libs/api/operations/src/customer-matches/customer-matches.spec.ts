import { type CustomerMatchPage, ErpError } from '@headwater/erp-contracts';
import { aCustomerView, aPageOf } from '@headwater/erp-testing';
import { newId } from '@headwater/kernel';
import type { Account } from '@headwater/relationship';
import { CONNECTION, OTHER_CONNECTION, type OperationsTestApp, operationsApp } from '../testing/operations-app';

let test: OperationsTestApp;
beforeAll(async () => {
  test = await operationsApp();
});
beforeEach(() => {
  test.reads.asked.length = 0;
  test.reads.answers.clear();
  test.reads
    .answer('customers.search', () => aPageOf(aCustomerView({ number: '7', name: 'ACME PUMPS INC' })))
    .answer('customers.get', ({ connectionId, query }) => {
      if (connectionId === CONNECTION) throw new ErpError('not-found', 'No such customer.');
      return aCustomerView({ number: query.number });
    });
});
afterAll(() => test.app.close());

function anAccount(name: string, elsewhere: readonly string[] = []): Account {
  const erpLinks = elsewhere.map((externalId) => ({
    id: newId(),
    connectionId: OTHER_CONNECTION,
    connectionName: 'West',
    kind: 'customer' as const,
    externalId,
  }));
  const nothing = { phone: null, website: null, industry: null, territory: null, parentId: null };
  const owner = { ownerId: null, ownerName: null };
  return { id: newId(), name, ...nothing, ...owner, erpLinks, createdAt: '', updatedAt: '', version: 1 };
}

async function matches(query = '', role = 'admin') {
  const url = `/api/erp/connections/${CONNECTION}/customer-matches${query}`;
  const { statusCode, body } = await test.app.inject({ method: 'GET', url, headers: { 'x-role': role } });
  return { status: statusCode, page: JSON.parse(body) as CustomerMatchPage };
}

describe('the customers an account may be', () => {
  it('are asked for by name, for accounts that are not linked yet', async () => {
    test.accounts.items = [anAccount('Acme Pumps'), anAccount('Zenith Tools')];
    const { page } = await matches();
    expect(test.accounts.asked.at(-1)).toMatchObject({ notLinkedTo: CONNECTION, sort: 'name' });
    const [acme, zenith] = page.items;
    expect(acme).toMatchObject({
      accountName: 'Acme Pumps',
      section: { status: 'ok', data: [{ customer: { number: '7' }, grade: 'likely', because: ['name'] }] },
    });
    expect(acme?.section).toHaveProperty('freshness.state', 'live');
    expect(zenith?.section).toMatchObject({ status: 'ok', data: [] });
  });

  it('are also looked for by the numbers the account has elsewhere', async () => {
    test.accounts.items = [anAccount('Acme Pumps', ['7'])];
    const { page } = await matches();
    expect(page.items[0]?.section).toMatchObject({
      data: [{ grade: 'certain', because: ['number', 'name', 'address'] }],
    });
    expect(test.reads.operationsAsked().filter((each) => each === 'customers.get')).toHaveLength(2);
  });

  it('that cannot be asked for are a failure of that account, never none', async () => {
    test.accounts.items = [anAccount('Acme Pumps')];
    test.reads.answer('customers.search', () => {
      throw new ErpError('unavailable', 'It is down.');
    });
    const { page } = await matches();
    expect(page.items[0]?.section).toMatchObject({ status: 'failed', problem: { code: 'unavailable' } });
  });

  it('come in short pages', async () => {
    test.accounts.items = [anAccount('Acme Pumps'), anAccount('Zenith Tools')];
    const { page } = await matches('?limit=1');
    expect(page.items).toHaveLength(1);
    await matches(`?limit=1&cursor=${page.nextCursor ?? ''}`);
    expect(test.accounts.asked.at(-1)).toHaveProperty('after.value', 'Acme Pumps');
    expect((await matches('?limit=26')).status).toBe(400);
  });

  it('are for whoever may set up connections', async () => {
    expect((await matches('', 'rep')).status).toBe(403);
  });
});
