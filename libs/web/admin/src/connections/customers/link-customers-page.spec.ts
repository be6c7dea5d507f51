import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CustomerCandidate, CustomerMatch } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import { FakeServer, provideDataAccess, settle } from '@headwater/web/data-access';
import { LinkCustomersPage } from './link-customers-page';
import { LinkCustomersPageHarness } from './link-customers-page.harness';

const SOURCE = { connectionId: 'c1', adapter: 'sample-erp', company: '1' };
const FRESH = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 } as const;
const PROBLEM: Problem = {
  type: 'about:blank',
  title: 'The ERP is not available',
  status: 502,
  code: 'unavailable',
  traceId: 't',
};
const MATCHES = 'GET /api/erp/connections/c1/customer-matches';
const ACME_LINKS = 'POST /api/accounts/acme/erp-links';

function aCandidate(number: string, more: Partial<CustomerCandidate> = {}): CustomerCandidate {
  const ref = { connectionId: 'c1', kind: 'customer', externalId: number } as const;
  const customer = { ref, number, name: `Customer ${number}`, addresses: [], blocked: false };
  return { customer, grade: 'certain', because: ['name', 'phone'], ...more };
}

function aMatch(accountId: string, ...candidates: readonly CustomerCandidate[]): CustomerMatch {
  const section = { status: 'ok', data: candidates, source: SOURCE, freshness: FRESH } as const;
  return { accountId, accountName: accountId.toUpperCase(), section };
}

function linkedTo(externalId: string) {
  return { id: 'acme', erpLinks: [{ id: 'l1', connectionId: 'c1', externalId }] };
}

async function customersPage(items: readonly CustomerMatch[], prepare: (server: FakeServer) => void = () => undefined) {
  const server = new FakeServer()
    .answer(MATCHES, () => ({ items, nextCursor: null }))
    .answer('GET /api/erp/connections', () => ({ items: [], nextCursor: null, count: { value: 0, exact: true } }));
  prepare(server);
  TestBed.configureTestingModule({ providers: [provideDataAccess(), server.provider(), provideRouter([])] });
  const fixture = TestBed.createComponent(LinkCustomersPage);
  fixture.componentRef.setInput('connectionId', 'c1');
  const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, LinkCustomersPageHarness);
  await settle(fixture);
  return { page, server, settled: () => settle(fixture) };
}

describe('linking accounts to customers', () => {
  it('proposes the best candidate, and says why', async () => {
    const { page } = await customersPage([aMatch('acme', aCandidate('7'))]);
    expect(await page.accounts()).toEqual(['ACME']);
    const [first] = await page.candidates();
    expect(first).toContain('7 Customer 7');
    expect(first).toMatch(/certain ?same name, same phone/);
    expect(await page.picked()).toEqual([true, false]);
  });

  it('decides nothing where a candidate is only possible', async () => {
    const { page } = await customersPage([aMatch('acme', aCandidate('7', { grade: 'possible' }))]);
    expect(await page.picked()).toEqual([false, true]);
    expect(await page.buttons()).toEqual([]);
  });

  it('links what was picked, and takes it back', async () => {
    const candidates = [aCandidate('7'), aCandidate('8', { grade: 'likely' })];
    const { page, server, settled } = await customersPage([aMatch('acme', ...candidates)], (given) =>
      given.answer(ACME_LINKS, () => linkedTo('8')).answer('DELETE /api/accounts/acme/erp-links/l1', () => null),
    );
    await page.pick(1);
    await page.press(/^Link ACME/);
    await settled();
    expect(server.asked('POST')).toEqual(['/api/accounts/acme/erp-links']);
    expect((await page.decisions())[0]).toContain('Linked to 8');
    await page.press(/^Undo/);
    await settled();
    expect(server.asked('DELETE')).toEqual(['/api/accounts/acme/erp-links/l1']);
    expect((await page.decisions())[0]).toContain('Link');
  });

  it('links at a stroke only what is certain and alone in being so', async () => {
    const twins = aMatch('twin', aCandidate('1'), aCandidate('2'));
    const likely = aMatch('zenith', aCandidate('3', { grade: 'likely' }));
    const { page, server, settled } = await customersPage([aMatch('acme', aCandidate('7')), twins, likely], (given) =>
      given.answer(ACME_LINKS, () => linkedTo('7')),
    );
    await page.press(/^Link 1 certain/);
    await settled();
    expect(server.asked('POST')).toEqual(['/api/accounts/acme/erp-links']);
  });

  it('says what was refused, at the account it concerns', async () => {
    const { page, settled } = await customersPage([aMatch('acme', aCandidate('7'))], (given) =>
      given.answer(ACME_LINKS, () => {
        throw { ...PROBLEM, status: 409, code: 'conflict', title: 'This account is already linked' };
      }),
    );
    await page.press(/^Link ACME/);
    await settled();
    expect((await page.decisions())[0]).toContain('This account is already linked');
  });

  it('shows an ERP that does not answer as that, and an empty list as a job done', async () => {
    const down: CustomerMatch = { ...aMatch('acme'), section: { status: 'failed', source: SOURCE, problem: PROBLEM } };
    const failed = await customersPage([down]);
    expect(await failed.page.text()).toContain('The ERP is not available');
    TestBed.resetTestingModule();
    const done = await customersPage([]);
    expect(await done.page.text()).toContain('Every account is linked');
  });
});
