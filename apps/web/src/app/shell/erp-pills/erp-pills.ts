import { ChangeDetectionStrategy, Component, DOCUMENT, DestroyRef, computed, inject } from '@angular/core';
import { ConnectionDirectory } from '@headwater/web/data-access';
import { Icon } from '@headwater/web/ui';
import { mdiHelpCircleOutline } from '@mdi/js';
import { healthWords } from './health-words';

/** States are asked for again this often, while somebody looks. */
const LOOK_AGAIN_MS = 10_000;

/** Every configured ERP with its state, always in sight. */
@Component({
  selector: 'hw-erp-pills',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul aria-label="State of the ERPs">
      @for (pill of pills(); track pill.id) {
        <li class="pill" [attr.data-tone]="pill.words.tone">
          <hw-icon [path]="pill.words.icon" />
          <span class="name">{{ pill.name }}</span>&ngsp;
          <span class="state">{{ pill.words.text }}</span>
        </li>
      } @empty {
        @if (failed()) {
          <li class="pill" data-tone="warn">
            <hw-icon [path]="unknownIcon" /><span class="name">ERP states</span>&ngsp;
            <span class="state">not available</span>
          </li>
        } @else if (!loading()) {
          <li class="pill" data-tone="quiet"><span class="state">No ERP connected</span></li>
        }
      }
    </ul>
  `,
  styleUrl: './erp-pills.scss',
})
export class ErpPills {
  readonly #directory = inject(ConnectionDirectory);
  readonly #document = inject(DOCUMENT);

  protected readonly loading = this.#directory.loading;
  protected readonly failed = computed(() => this.#directory.error() !== undefined);
  protected readonly pills = computed(() =>
    this.#directory
      .connections()
      .map((connection) => ({ id: connection.id, name: connection.name, words: healthWords(connection) })),
  );
  protected readonly unknownIcon = mdiHelpCircleOutline;

  constructor() {
    const timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  #lookAgain(): void {
    if (this.#document.visibilityState === 'visible') this.#directory.reload();
  }
}
