import type { Routes } from '@angular/router';

/** The way in. */
export const signInRoutes: Routes = [
  { path: '', title: 'Sign in', loadComponent: async () => (await import('./sign-in-page')).SignInPage },
];
