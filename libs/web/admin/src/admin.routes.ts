import type { Routes } from '@angular/router';

/** Everything below `/admin/connections`. */
export const adminRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'ERP connections',
    loadComponent: async () => (await import('./connections/list/connections-page')).ConnectionsPage,
  },
  {
    path: 'new',
    title: 'Connect an ERP',
    loadComponent: async () => (await import('./connections/form/connection-page')).ConnectionPage,
  },
  {
    path: ':connectionId/customers',
    title: 'Link customers',
    loadComponent: async () => (await import('./connections/customers/link-customers-page')).LinkCustomersPage,
  },
  {
    path: ':connectionId/report',
    title: 'Connection report',
    loadComponent: async () => (await import('./connections/report/report-page')).ReportPage,
  },
  {
    path: ':connectionId',
    title: 'ERP connection',
    loadComponent: async () => (await import('./connections/form/connection-page')).ConnectionPage,
  },
];
