import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { connectivityInterceptor } from './http/connectivity.interceptor';
import { problemInterceptor } from './http/problem.interceptor';
import { sessionEndedInterceptor } from './http/session-ended.interceptor';

/** HTTP as every area of the app expects it: failures are `ProblemError`s; an ended session leads to the sign-in. */
export function provideDataAccess(): EnvironmentProviders {
  return provideHttpClient(withInterceptors([problemInterceptor, sessionEndedInterceptor, connectivityInterceptor]));
}
