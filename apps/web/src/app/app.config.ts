import { type ApplicationConfig, inject, provideZonelessChangeDetection } from '@angular/core';
import { MAT_DIALOG_DEFAULT_OPTIONS, MatDialogConfig } from '@angular/material/dialog';
import {
  RedirectCommand,
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideDataAccess } from '@headwater/web/data-access';
import { appRoutes } from './app.routes';
import { PageTitle } from './navigating/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideDataAccess(),
    provideRouter(
      appRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // Without its server the app knows nobody, and without its files it has no page: one page says so.
      withNavigationErrorHandler(
        () => new RedirectCommand(inject(Router).parseUrl('/unreachable'), { skipLocationChange: true }),
      ),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    {
      provide: MAT_DIALOG_DEFAULT_OPTIONS,
      useFactory: () => Object.assign(new MatDialogConfig(), { ariaModal: true }),
    },
  ],
};
