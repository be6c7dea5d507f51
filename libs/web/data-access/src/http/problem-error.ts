import type { Problem } from '@headwater/kernel';

/** A request of this app failed, and the problem document says how. The only error data-access throws. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** The problem of anything thrown; what is not ours is shown as an unreadable answer, never swallowed. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return {
    type: 'urn:headwater:problem:bad-response',
    title: 'Something unexpected happened',
    status: 0,
    detail: 'Headwater could not read the answer. Try again.',
    code: 'bad-response',
  };
}

/** True where the request never reached Headwater, so that the fault is the network's and not the ERP's. */
export function isUnreachable(problem: Problem): boolean {
  return problem.status === 0 && problem.code === 'unavailable';
}
