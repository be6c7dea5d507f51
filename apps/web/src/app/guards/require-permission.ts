import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Action, PermissionSubject } from '@headwater/configuration';
import { SessionApi, SessionState } from '@headwater/web/data-access';

/** Explains instead of opening a page the user may not use; the address stays, so that it can be passed on. */
export function requirePermission(action: Action, subject: PermissionSubject): CanActivateFn {
  return async () => {
    const router = inject(Router);
    const state = inject(SessionState);
    await inject(SessionApi).resolve();
    if (state.can(action, subject)) return true;
    return new RedirectCommand(router.parseUrl('/no-permission'), { skipLocationChange: true });
  };
}
