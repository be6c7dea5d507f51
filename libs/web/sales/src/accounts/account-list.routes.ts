import type { Routes } from '@angular/router';

/** The list of accounts. */
export const accountListRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Accounts',
    loadComponent: async () => (await import('./list/account-list-page')).AccountListPage,
  },
];
