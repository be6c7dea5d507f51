import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { ConnectionsApi, type ErpConnectionSummary, problemOf } from '@headwater/web/data-access';
import { Problem } from '@headwater/web/ui';

/** Asks before a connection is deleted, and says what goes with it. Closes with true when it is gone. */
@Component({
  selector: 'hw-delete-connection-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Problem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>Delete {{ connection.name }}?</h2>
    <mat-dialog-content>
      <p>Its address and credentials are deleted, and accounts lose their links to its customers.</p>
      <p>The ERP itself is not touched. To pause a connection, switch it off instead.</p>
      @if (problem(); as failed) {
        <hw-problem class="problem" [problem]="failed" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose cdkFocusInitial>Cancel</button>
      <button
        matButton="filled"
        type="button"
        class="danger"
        disabledInteractive
        [disabled]="deleting()"
        (click)="delete()"
      >
        {{ deleting() ? 'Deleting…' : 'Delete connection' }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p + p,
    .problem {
      margin-top: var(--hw-space-2);
    }
    .danger {
      --mat-button-filled-container-color: var(--hw-bad);
      --mat-button-filled-label-text-color: var(--hw-on-bad);
    }
  `,
})
export class DeleteConnectionDialog {
  readonly #connections = inject(ConnectionsApi);
  readonly #dialog = inject<MatDialogRef<DeleteConnectionDialog, true>>(MatDialogRef);
  protected readonly connection = inject<ErpConnectionSummary>(MAT_DIALOG_DATA);
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly deleting = signal(false);

  protected async delete(): Promise<void> {
    this.deleting.set(true);
    try {
      await this.#connections.delete(this.connection);
      this.#dialog.close(true);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.deleting.set(false);
    }
  }
}
