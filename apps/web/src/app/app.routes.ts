import type { Routes } from '@angular/router';
import { requireSession } from '@headwater/web/data-access';
import { requirePermission } from './guards/require-permission';

export const appRoutes: Routes = [
  { path: 'sign-in', loadChildren: async () => (await import('@headwater/web/sales')).signInRoutes },
  {
    path: 'unreachable',
    title: 'Not reachable',
    loadComponent: async () => (await import('./pages/unreachable-page')).UnreachablePage,
  },
  {
    path: '',
    canActivate: [requireSession],
    loadComponent: async () => (await import('./shell/shell')).Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'accounts' },
      {
        path: 'accounts',
        canActivate: [requirePermission('read', 'Account')],
        loadChildren: async () => (await import('@headwater/web/sales')).salesRoutes,
      },
      {
        path: 'admin/connections',
        canActivate: [requirePermission('update', 'ErpConnection')],
        loadChildren: async () => (await import('@headwater/web/admin')).adminRoutes,
      },
      {
        path: 'no-permission',
        title: 'No permission',
        loadComponent: async () => (await import('./pages/no-permission-page')).NoPermissionPage,
      },
      {
        path: '**',
        title: 'Not found',
        loadComponent: async () => (await import('./pages/not-found-page')).NotFoundPage,
      },
    ],
  },
];
