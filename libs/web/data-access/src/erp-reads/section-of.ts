import type { ErpAnswer, ErpSource, Section } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import { type Observable, catchError, map, of } from 'rxjs';
import { problemOf } from '../http/problem-error';

/** An answer or its failure as one of the four states of a panel, so that no caller can mistake one for another. */
export function sectionOf<T>(answer: Observable<ErpAnswer<T>>, source: ErpSource): Observable<Section<T>> {
  return answer.pipe(
    map((received): Section<T> => ({ status: 'ok', ...received })),
    catchError((thrown: unknown) => of(failedSection(problemOf(thrown), source))),
  );
}

/**
 * A refused read is `hidden` only where Headwater's own policy refuses: such a problem names no connection.
 * An ERP that refuses is a failure of that ERP.
 */
export function failedSection(problem: Problem, source: ErpSource): Section<never> {
  if (problem.code === 'unsupported') return { status: 'unsupported', source, problem };
  if (problem.code === 'forbidden' && problem.connectionId === undefined) return { status: 'hidden', source };
  return { status: 'failed', source, problem };
}
