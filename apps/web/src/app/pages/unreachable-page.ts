import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageHeader } from '@headwater/web/ui';

/** Headwater's own server does not answer, so that not even the signed-in user is known. */
@Component({
  selector: 'hw-unreachable-page',
  imports: [MatButton, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <hw-page-header title="Headwater cannot be reached">
        <p>Check the network connection of this device. Nothing you saved is lost.</p>
        <button matButton="filled" type="button" (click)="tryAgain()">Try again</button>
      </hw-page-header>
    </main>
  `,
  styleUrl: './plain-page.scss',
})
export class UnreachablePage {
  readonly #document = inject(DOCUMENT);

  protected tryAgain(): void {
    this.#document.location.reload();
  }
}
