import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { Problem } from './problem';
import { ProblemHarness } from './problem.harness';

const TIMEOUT: ProblemDocument = {
  type: 'urn:headwater:problem:timeout',
  title: 'The ERP did not answer in time',
  status: 504,
  detail: 'SX.e East took longer than 3 s.',
  code: 'timeout',
  retryAfterS: 5,
};

async function shown(inputs: { readonly problem: ProblemDocument; readonly retryable: boolean }) {
  const fixture = TestBed.createComponent(Problem);
  fixture.componentRef.setInput('problem', inputs.problem);
  fixture.componentRef.setInput('retryable', inputs.retryable);
  const harness = await TestbedHarnessEnvironment.harnessForFixture(fixture, ProblemHarness);
  return { harness, problem: fixture.componentInstance };
}

describe('a problem', () => {
  it('says what went wrong, what to do, and when it may work again', async () => {
    const { harness } = await shown({ problem: TIMEOUT, retryable: false });
    expect(await harness.title()).toBe('The ERP did not answer in time');
    expect(await harness.details()).toEqual(['SX.e East took longer than 3 s. It may work again in 5 s.']);
    expect(await harness.offersRetry()).toBe(false);
  });

  it('does not say the same twice', async () => {
    const detail = 'The ERP did not answer in time.';
    const { retryAfterS: _, ...problem } = { ...TIMEOUT, detail };
    const { harness } = await shown({ problem, retryable: false });
    expect(await harness.details()).toEqual([]);
  });

  it('can be tried again where that makes sense', async () => {
    const { harness, problem } = await shown({ problem: TIMEOUT, retryable: true });
    let tries = 0;
    problem.retry.subscribe(() => (tries += 1));
    await harness.retry();
    expect(tries).toBe(1);
  });

  it('names each field that is wrong', async () => {
    const errors = [{ field: 'name', message: 'A name must not be blank.' }];
    const { harness } = await shown({ problem: { ...TIMEOUT, errors }, retryable: false });
    expect(await harness.details()).toContain('A name must not be blank.');
  });
});
