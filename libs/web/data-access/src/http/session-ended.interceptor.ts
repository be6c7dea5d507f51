import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { SessionState } from '../session/session-state';
import { SIGN_IN_URL, returnQuery } from '../session/sign-in-url';

/**
 * A 401 means the session ended: the user signs in again and comes back to the same page.
 * An ERP that refuses Headwater's own credentials answers 502, so it never signs anyone out.
 * The sign-in itself and the first `me` are exempt: there a 401 is an ordinary answer.
 */
export const sessionEndedInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionState);
  const router = inject(Router);
  return next(request).pipe(
    catchError((thrown: unknown) => {
      if (thrown instanceof HttpErrorResponse && thrown.status === 401 && !asksWhoIsThere(request.url)) {
        session.end();
        void router.navigate([SIGN_IN_URL], { queryParams: returnQuery(router.url) });
      }
      return throwError(() => thrown);
    }),
  );
};

function asksWhoIsThere(url: string): boolean {
  return url === '/api/me' || url.startsWith('/api/auth/');
}
