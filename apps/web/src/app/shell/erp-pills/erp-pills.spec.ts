import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ErpHealthState } from '@headwater/erp-contracts';
import { FakeServer, NOT_REACHED, SessionState, provideDataAccess, settle } from '@headwater/web/data-access';
import { ErpPills } from './erp-pills';
import { ErpPillsHarness } from './erp-pills.harness';

const connection = (name: string, state: ErpHealthState, enabled = true) => ({
  id: name,
  name,
  enabled,
  health: { state },
});

async function pills(answer: () => unknown): Promise<readonly string[]> {
  const server = new FakeServer().answer('GET /api/erp/connections', answer);
  TestBed.configureTestingModule({ providers: [provideDataAccess(), server.provider(), provideRouter([])] });
  const user = { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' };
  TestBed.inject(SessionState).begin({ user, roles: [], permissions: [] });
  const fixture = TestBed.createComponent(ErpPills);
  await settle(fixture);
  return (await TestbedHarnessEnvironment.harnessForFixture(fixture, ErpPillsHarness)).texts();
}

const listOf =
  (...items: readonly unknown[]) =>
  () => ({ items, nextCursor: null, count: { value: items.length, exact: true } });

describe('the ERP pills', () => {
  it('say for each ERP how it does, in words', async () => {
    const shown = await pills(
      listOf(
        connection('East', 'up'),
        connection('West', 'down'),
        connection('North', 'credentials'),
        connection('South', 'up', false),
      ),
    );
    expect(shown).toEqual(['East up', 'West not answering', 'North refused', 'South switched off']);
  });

  it('say that there is none', async () => {
    expect(await pills(listOf())).toEqual(['No ERP connected']);
  });

  it('do not claim anything when the states cannot be read', async () => {
    const shown = await pills(() => {
      throw NOT_REACHED;
    });
    expect(shown).toEqual(['ERP states not available']);
  });
});
