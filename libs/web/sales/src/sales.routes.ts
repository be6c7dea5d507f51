import type { Routes } from '@angular/router';
import { accountListRoutes } from './accounts/account-list.routes';

/** Accounts and everything seen on them. */
export const salesRoutes: Routes = [
  ...accountListRoutes,
  {
    path: ':id',
    title: 'Account',
    loadComponent: async () => (await import('./account-360/account-360-page')).Account360Page,
    children: [
      {
        path: 'orders/:connectionId/:number',
        title: ({ params }) => `Order ${params['number']}`,
        loadComponent: async () => (await import('./order-detail/order-sheet')).OrderSheet,
      },
    ],
  },
];
