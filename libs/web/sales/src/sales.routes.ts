import type { Routes } from '@angular/router';

export const salesRoutes: Routes = [
  {
    path: ':id',
    loadComponent: async () => (await import('./account-360/account-360-page')).Account360Page,
    title: 'Account',
    children: [
      {
        path: 'orders/:connectionId/:number',
        loadComponent: async () => (await import('./order-detail/order-sheet')).OrderSheet,
        title: 'Order',
      },
    ],
  },
];
