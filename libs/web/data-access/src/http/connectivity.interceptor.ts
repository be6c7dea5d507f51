import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Connectivity } from './connectivity';

/** Learns from every request whether Headwater can be reached. */
export const connectivityInterceptor: HttpInterceptorFn = (request, next) => {
  const connectivity = inject(Connectivity);
  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) connectivity.serverAnswered();
      },
      error: (thrown: unknown) => {
        if (!(thrown instanceof HttpErrorResponse)) return;
        if (thrown.status === 0) connectivity.serverUnreachable();
        else connectivity.serverAnswered();
      },
    }),
  );
};
