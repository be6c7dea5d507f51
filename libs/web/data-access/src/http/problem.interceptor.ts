import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import { ProblemError } from './problem-error';
import { problemOfResponse } from './problem-of-response';

/** Turns every failed response into a `ProblemError`, so that no page reads raw HTTP errors. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((thrown: unknown) =>
      throwError(() => (thrown instanceof HttpErrorResponse ? new ProblemError(problemOfResponse(thrown)) : thrown)),
    ),
  );
