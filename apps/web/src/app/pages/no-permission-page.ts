import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader } from '@headwater/web/ui';

@Component({
  selector: 'hw-no-permission-page',
  imports: [MatAnchor, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <hw-page-header title="You may not open this page">
      <p>Your roles do not include it. An administrator of Headwater can change that.</p>
      <a matButton="outlined" routerLink="/accounts">Go to accounts</a>
    </hw-page-header>
  `,
  styleUrl: './plain-page.scss',
})
export class NoPermissionPage {}
