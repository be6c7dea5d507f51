import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { Router, RouterLink } from '@angular/router';
import { ConnectionDirectory, ConnectionsApi, type ErpConnectionSummary, problemOf } from '@headwater/web/data-access';
import { EmptyState, Icon, PageHeader, Problem, Skeleton, StatusChip, Toasts } from '@headwater/web/ui';
import { mdiArrowLeft, mdiChartLine, mdiConnection, mdiLinkVariant, mdiTrashCanOutline } from '@mdi/js';
import { healthChip } from '../list/health-line';
import { AdapterChoice } from '../setup/adapter-choice';
import { SetupSteps } from '../setup/setup-steps';
import { ConnectionForm } from './connection-form';

const LIST = '/admin/connections';

/** One connection, new or saved: choose the ERP, fill in its form, test, save and go on to its customers; switch off, delete. */
@Component({
  selector: 'hw-connection-page',
  imports: [
    ConnectionForm,
    AdapterChoice,
    EmptyState,
    Icon,
    MatAnchor,
    MatButton,
    MatSlideToggle,
    PageHeader,
    Problem,
    RouterLink,
    SetupSteps,
    Skeleton,
    StatusChip,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './connection-page.html',
  styleUrl: './connection-page.scss',
})
export class ConnectionPage {
  readonly #api = inject(ConnectionsApi);
  readonly #directory = inject(ConnectionDirectory);
  readonly #router = inject(Router);
  readonly #dialog = inject(MatDialog);
  readonly #toasts = inject(Toasts);

  /** Of the address; absent for a new connection. */
  readonly connectionId = input<string>();

  protected readonly adapters = this.#api.adaptersResource();
  protected readonly manifests = computed(() => (this.adapters.hasValue() ? this.adapters.value() : []));
  protected readonly picked = signal<string | undefined>(undefined);
  protected readonly connection = computed(() => {
    const id = this.connectionId();
    return id === undefined ? undefined : this.#directory.find(id);
  });
  protected readonly manifest = computed(() => {
    const wanted = this.connection()?.adapter ?? this.picked();
    // Where there is but one kind, there is nothing to choose.
    const only = this.#isNew() && this.manifests().length === 1 ? this.manifests()[0] : undefined;
    return this.manifests().find(({ id }) => id === wanted) ?? only;
  });
  protected readonly state = computed<'loading' | 'failed' | 'missing' | 'ready'>(() => {
    if (this.adapters.error() !== undefined || this.#directory.error() !== undefined) return 'failed';
    if (!this.adapters.hasValue()) return 'loading';
    if (this.#isNew() || this.connection() !== undefined) return 'ready';
    return this.#directory.loading() ? 'loading' : 'missing';
  });
  protected readonly problem = computed(() => problemOf(this.adapters.error() ?? this.#directory.error()));
  protected readonly title = computed(() =>
    this.#isNew() ? 'Connect an ERP' : (this.connection()?.name ?? 'ERP connection'),
  );
  protected readonly chip = computed(() => {
    const connection = this.connection();
    return connection === undefined ? undefined : healthChip(connection);
  });
  protected readonly icons = { mdiArrowLeft, mdiChartLine, mdiConnection, mdiLinkVariant, mdiTrashCanOutline };

  readonly #isNew = computed(() => this.connectionId() === undefined);

  protected retry(): void {
    this.adapters.reload();
    this.#directory.reload();
  }

  protected afterSave(connection: ErpConnectionSummary): void {
    this.#toasts.show(`${connection.name} is saved.`);
    this.#directory.reload();
    // A new one knows no customers yet.
    void this.#router.navigateByUrl(this.#isNew() ? `${LIST}/${connection.id}/customers` : LIST);
  }

  protected async switch(enabled: boolean): Promise<void> {
    const connection = this.connection();
    if (connection === undefined) return;
    try {
      await this.#api.update(connection, { enabled });
      this.#toasts.show(`${connection.name} is switched ${enabled ? 'on' : 'off'}.`);
    } catch (thrown) {
      this.#toasts.show(`Nothing was changed. ${problemOf(thrown).title}.`);
    }
    this.#directory.reload();
  }

  protected async delete(connection: ErpConnectionSummary): Promise<void> {
    const { DeleteConnectionDialog } = await import('../delete/delete-connection-dialog');
    const opened = this.#dialog.open<unknown, ErpConnectionSummary, true>(DeleteConnectionDialog, {
      data: connection,
      role: 'alertdialog',
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
    opened.afterClosed().subscribe((deleted) => {
      if (deleted !== true) return;
      this.#toasts.show(`${connection.name} is deleted.`);
      this.#directory.reload();
      void this.#router.navigateByUrl(LIST);
    });
  }
}
