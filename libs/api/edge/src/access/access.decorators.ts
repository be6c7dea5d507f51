import { SetMetadata } from '@nestjs/common';
import type { Action, PermissionSubject } from '@headwater/configuration';

/** Who may call a route. A route that does not say so is closed. */
export type RouteAccess =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly action: Action; readonly subject: PermissionSubject };

export const ROUTE_ACCESS = 'headwater:route-access';
export const NOT_FROM_BROWSERS = 'headwater:not-from-browsers';

const access = (value: RouteAccess) => SetMetadata(ROUTE_ACCESS, value);

/** Open to everybody: sign-in, health, notices that prove their sender themselves. */
export const Anonymous = () => access({ kind: 'anonymous' });

/** Open to everyone with a session, whatever their roles. */
export const SignedIn = () => access({ kind: 'signed-in' });

/**
 * Open to those who hold the permission on at least some record of the subject. A handler that touches
 * one record checks that record as well.
 */
export const Requires = (action: Action, subject: PermissionSubject) => access({ kind: 'permission', action, subject });

/** A route that other systems call with bodies of their own kind; it must not rely on the session cookie. */
export const NotFromBrowsers = () => SetMetadata(NOT_FROM_BROWSERS, true);
