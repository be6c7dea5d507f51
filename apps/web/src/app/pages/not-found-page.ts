import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader } from '@headwater/web/ui';

@Component({
  selector: 'hw-not-found-page',
  imports: [MatAnchor, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <hw-page-header title="This page does not exist">
      <p>The address may be mistyped, or what it pointed to was deleted.</p>
      <a matButton="outlined" routerLink="/accounts">Go to accounts</a>
    </hw-page-header>
  `,
  styleUrl: './plain-page.scss',
})
export class NotFoundPage {}
