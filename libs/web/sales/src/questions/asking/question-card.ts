import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Icon } from '@headwater/web/ui';
import { mdiClose } from '@mdi/js';
import { QUESTIONS, type QuestionKind } from './question-kind';

/** The frame all questions share: what is asked, and the way out. Esc closes and gives the focus back. */
@Component({
  selector: 'hw-question-card',
  imports: [Icon, MatDialogTitle, MatIconButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h2 matDialogTitle><hw-icon [path]="facts().icon" /> {{ facts().title }}</h2>
      <button matIconButton type="button" aria-label="Close" (click)="dialog.close()">
        <hw-icon [path]="closeIcon" />
      </button>
    </header>
    <div class="content"><ng-content /></div>
  `,
  styleUrl: './question-card.scss',
})
export class QuestionCard {
  readonly kind = input.required<QuestionKind>();
  protected readonly facts = computed(() => QUESTIONS[this.kind()]);
  protected readonly dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
  protected readonly closeIcon = mdiClose;
}
