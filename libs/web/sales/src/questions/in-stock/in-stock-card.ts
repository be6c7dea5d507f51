import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { ANY_KEY } from '@headwater/erp-contracts';
import { ConnectionDirectory, ErpReadsApi } from '@headwater/web/data-access';
import { CopyButton, ErpPanel, LOCALE, PanelValue } from '@headwater/web/ui';
import { ASKED_ABOUT } from '../asked-about';
import { AccountContext } from '../asking/account-context';
import { askedConnections } from '../asking/asked-connections';
import { ConnectionChoice } from '../asking/connection-choice';
import { type FoundItem, searchItems } from '../asking/item-search';
import { liveAnswer } from '../../live-answer/live-answer';
import { QuestionCard } from '../asking/question-card';
import { searchHits } from '../asking/search-hits';
import { GroupedSearch } from '../grouped-search/grouped-search';
import { stockText } from './stock-text';
import { StockTable } from './stock-table';

/** In stock? By item number, customer part number or description; per warehouse, as the ERP says now. */
@Component({
  selector: 'hw-in-stock-card',
  imports: [ConnectionChoice, CopyButton, ErpPanel, GroupedSearch, PanelValue, QuestionCard, StockTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './in-stock-card.html',
  styleUrl: '../asking/card-layout.scss',
})
export class InStockCard {
  readonly #reads = inject(ErpReadsApi);
  readonly #locale = inject(LOCALE);
  readonly #account = inject(AccountContext).account;
  readonly #directory = inject(ConnectionDirectory);
  readonly #about = inject(ASKED_ABOUT, { optional: true }) ?? undefined;
  readonly #known = computed<FoundItem | undefined>(() => {
    if (this.#about === undefined || !('item' in this.#about)) return undefined;
    const connection = this.#directory.find(this.#about.connectionId);
    return connection === undefined ? undefined : { connection, item: this.#about.item };
  });

  protected readonly connections = askedConnections('items', 'availability');
  protected readonly query = signal('');
  /** Chosen among the hits; or found already before the card was opened. */
  protected readonly picked = linkedSignal<FoundItem | undefined>(() => this.#known());
  protected readonly searching = signal(this.#about === undefined);
  protected readonly hits = searchHits({ query: this.query, context: this.connections.asked }, (query, connections) =>
    searchItems(this.#reads, query, { connections, customerIn: (id) => this.#customerIn(id) }),
  );

  protected readonly answer = liveAnswer(
    this.picked,
    ({ connection, item }, recency) => this.#reads.availability(connection.id, [item.number], recency),
    (change, { connection, item }) =>
      change.connectionId === connection.id &&
      change.capabilities.includes('availability') &&
      (change.kind !== 'availability' || [ANY_KEY, item.number.toUpperCase()].includes(change.key.toUpperCase())),
  );
  protected readonly sourceLabel = computed(() => {
    const company = this.answer.section()?.source.company ?? '';
    const name = this.picked()?.connection.name ?? '';
    return company === '' ? name : `${name} · company ${company}`;
  });
  private readonly search = viewChild.required<GroupedSearch<FoundItem>>('search');

  /** Read when copied. */
  protected readonly copyText = (): string => {
    const picked = this.picked();
    const section = this.answer.section();
    if (picked === undefined || section?.status !== 'ok') return '';
    const stamp = {
      freshness: section.freshness,
      connectionName: picked.connection.name,
      company: section.source.company,
    };
    return stockText({ item: picked.item, warehouses: section.data.items, stamp }, this.#locale);
  };

  protected typed(query: string): void {
    this.query.set(query);
    this.searching.set(true);
  }

  protected pick(found: FoundItem): void {
    this.picked.set(found);
    this.query.set(found.item.number);
    this.searching.set(false);
    this.search().focus();
  }

  #customerIn(connectionId: string): string | undefined {
    return this.#account()?.erpLinks.find((link) => link.connectionId === connectionId)?.externalId;
  }
}
