import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { Action, PermissionSubject } from '@headwater/configuration';
import { SessionApi } from './session-api';
import { SessionState } from './session-state';
import { SIGN_IN_URL, returnQuery } from './sign-in-url';

/** Lets signed-in people in; the others sign in first and come back. */
export const requireSession: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const phase = await inject(SessionApi).resolve();
  return phase === 'signed-in' ? true : router.createUrlTree([SIGN_IN_URL], { queryParams: returnQuery(url) });
};

/** Lets only those in who may do this; the others land on the start page. */
export function requireAbility(action: Action, subject: PermissionSubject): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const state = inject(SessionState);
    await inject(SessionApi).resolve();
    return state.can(action, subject) ? true : router.createUrlTree(['/']);
  };
}
