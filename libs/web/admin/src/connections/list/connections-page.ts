import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CAPABILITIES, type Capability } from '@headwater/erp-contracts';
import { ConnectionDirectory, type ErpConnectionSummary, problemOf } from '@headwater/web/data-access';
import { DateText, EmptyState, Icon, LOCALE, PageHeader, Problem, Skeleton, StatusChip } from '@headwater/web/ui';
import { mdiChartLine, mdiCheck, mdiChevronRight, mdiConnection, mdiMinus, mdiPlus } from '@mdi/js';
import { healthChip, healthFigures } from './health-line';

/** Every configured ERP: how it does, and what it can answer. */
@Component({
  selector: 'hw-connections-page',
  imports: [DateText, EmptyState, Icon, MatAnchor, PageHeader, Problem, RouterLink, Skeleton, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './connections-page.html',
  styleUrl: './connections-page.scss',
})
export class ConnectionsPage {
  readonly #directory = inject(ConnectionDirectory);
  readonly #locale = inject(LOCALE);

  protected readonly state = computed<'loading' | 'failed' | 'empty' | 'shown'>(() => {
    if (this.#directory.connections().length > 0) return 'shown';
    if (this.#directory.error() !== undefined) return 'failed';
    return this.#directory.loading() ? 'loading' : 'empty';
  });
  protected readonly problem = computed(() => problemOf(this.#directory.error()));
  protected readonly rows = computed(() => this.#directory.connections().map((connection) => this.#rowOf(connection)));
  protected readonly icons = { mdiChartLine, mdiCheck, mdiChevronRight, mdiConnection, mdiMinus, mdiPlus };

  constructor() {
    // Health moves on while other pages are open.
    this.#directory.reload();
  }

  protected retry(): void {
    this.#directory.reload();
  }

  #rowOf(connection: ErpConnectionSummary) {
    return {
      connection,
      chip: healthChip(connection),
      figures: healthFigures(connection.health, this.#locale),
      capabilities: CAPABILITIES.map((capability) => ({ capability, ...offer(connection, capability) })),
    };
  }
}

function offer({ capabilities }: ErpConnectionSummary, capability: Capability) {
  const contract = capabilities[capability];
  return { supported: contract.supported, reason: contract.supported ? undefined : contract.reason };
}
