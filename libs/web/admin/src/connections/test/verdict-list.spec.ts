import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { ProbeVerdict } from '@headwater/erp-contracts';
import { VerdictList } from './verdict-list';
import { VerdictListHarness } from './verdict-list.harness';

async function shown(verdicts: readonly ProbeVerdict[]): Promise<VerdictListHarness> {
  const fixture = TestBed.createComponent(VerdictList);
  fixture.componentRef.setInput('verdicts', verdicts);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, VerdictListHarness);
}

const ADDRESS: ProbeVerdict = { check: 'address', ok: true, detail: 'The gateway answers.' };
const REFUSED: ProbeVerdict = {
  check: 'credentials',
  ok: false,
  detail: 'The authorization server refused the client.',
  fix: 'Download the credentials again.',
};

describe('the verdicts of a connection test', () => {
  it('say that everything passed', async () => {
    expect(await (await shown([ADDRESS])).summary()).toBe('Every check passed.');
  });

  it('say how many failed and how to put them right', async () => {
    const list = await shown([ADDRESS, REFUSED]);
    expect(await list.summary()).toBe('1 of 2 checks failed.');
    expect(await list.fixes()).toEqual(['Download the credentials again.']);
  });
});
