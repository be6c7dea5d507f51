import { PROBLEM_CODES } from '@headwater/kernel';
import { ErpError, toErpError } from './erp-error';
import { toErpProblem } from './erp-problem';

describe('the problem document of an ERP failure', () => {
  it.each(PROBLEM_CODES)('exists for %s, with an error status', (code) => {
    const problem = toErpProblem(new ErpError(code, 'A sentence.'), 'c1');
    expect(problem).toMatchObject({
      code,
      connectionId: 'c1',
      detail: 'A sentence.',
      type: `urn:headwater:problem:${code}`,
    });
    expect(problem.status).toBeGreaterThanOrEqual(400);
  });

  it('never answers 401 for the credentials of the ERP: that would sign the user out', () => {
    expect(toErpProblem(new ErpError('unauthorized', ''), 'c1').status).toBe(502);
  });

  it('passes on how long to wait, in whole seconds, rounded up', () => {
    expect(toErpProblem(new ErpError('rate-limited', '', { retryAfterMs: 1200 }), 'c1').retryAfterS).toBe(2);
  });

  it('says nothing of the original error', () => {
    const failure = toErpError(new Error('ORA-00942 customer ACME owes 12,400.00'));
    expect(JSON.stringify(toErpProblem(failure, 'c1'))).not.toMatch(/ORA|ACME|12,400/);
    expect(failure.code).toBe('bad-response');
  });
});
