import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { ItemView } from '@headwater/erp-contracts';
import { AccountsApi, ConnectionDirectory, ErpReadsApi } from '@headwater/web/data-access';
import { Control, CopyButton, ErpPanel, Field, LOCALE, PanelValue } from '@headwater/web/ui';
import { debounceTime } from 'rxjs';
import { liveAnswer } from '../../live-answer/live-answer';
import { AccountContext } from '../asking/account-context';
import { type FoundItem, searchItems } from '../asking/item-search';
import { QuestionCard } from '../asking/question-card';
import { searchHits } from '../asking/search-hits';
import { GroupedSearch } from '../grouped-search/grouped-search';
import { PriceAnswer } from './price-answer';
import { type PartyCustomer, partyOfAccount, type PriceParty, searchParties } from './price-party';
import { type PriceAsked, quantityOf } from './price-question';
import { priceText } from './price-text';

const TYPING_PAUSE_MS = 250;

/** What price? For this customer, item, quantity and unit, as the ERP computes it now. */
@Component({
  selector: 'hw-what-price-card',
  imports: [Control, CopyButton, ErpPanel, Field, GroupedSearch, MatButton, PanelValue, PriceAnswer, QuestionCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './what-price-card.html',
  styleUrl: '../asking/card-layout.scss',
})
export class WhatPriceCard {
  readonly #reads = inject(ErpReadsApi);
  readonly #accounts = inject(AccountsApi);
  readonly #directory = inject(ConnectionDirectory);
  readonly #locale = inject(LOCALE);
  readonly #injector = inject(Injector);

  readonly #here = inject(AccountContext).account();
  protected readonly party = signal<PriceParty | undefined>(
    this.#here === undefined || this.#here.erpLinks.length === 0 ? undefined : partyOfAccount(this.#here),
  );
  protected readonly partyQuery = signal('');
  protected readonly partyHits = searchHits(
    { query: this.partyQuery, context: computed(() => this.#directory.offering('customers')) },
    (query, connections) => searchParties(query, { accounts: this.#accounts, reads: this.#reads, connections }),
  );

  readonly #pricing = computed(() => {
    const known = new Set(this.party()?.customers.map(({ connectionId }) => connectionId));
    return this.#directory.offering('prices').filter(({ id }) => known.has(id));
  });
  protected readonly itemQuery = signal('');
  protected readonly found = signal<FoundItem | undefined>(undefined);
  protected readonly searching = signal(true);
  protected readonly itemHits = searchHits({ query: this.itemQuery, context: this.#pricing }, (query, connections) =>
    searchItems(this.#reads, query, { connections, customerIn: (id) => this.#customersIn(id)[0] }),
  );

  protected readonly quantityText = signal('1');
  readonly #settledText = toSignal(toObservable(this.quantityText).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: '1',
  });
  protected readonly quantityError = computed(() =>
    quantityOf(this.quantityText()) === undefined ? 'A number above 0, for example 12 or 2.5.' : undefined,
  );
  protected readonly customers = computed(() => this.#customersIn(this.found()?.connection.id ?? ''));
  protected readonly customer = linkedSignal(() => this.customers()[0] ?? '');
  protected readonly units = computed(() => unitsOf(this.found()?.item));
  protected readonly unit = linkedSignal(() => this.units()[0] ?? '');

  readonly #question = computed<PriceAsked | undefined>(
    () => {
      const found = this.found();
      const quantity = quantityOf(this.#settledText());
      if (found === undefined || quantity === undefined || this.customer() === '') return undefined;
      const { connection, item } = found;
      return {
        connectionId: connection.id,
        connectionName: connection.name,
        customer: this.customer(),
        item: item.number,
        quantity,
        unit: this.unit(),
      };
    },
    { equal: (left, right) => JSON.stringify(left) === JSON.stringify(right) },
  );
  protected readonly answer = liveAnswer(
    this.#question,
    ({ connectionId, customer, item, quantity, unit }, recency) =>
      this.#reads.prices(connectionId, { customer, items: [{ item, quantity, unit }] }, recency),
    (change, { connectionId, customer }) =>
      change.connectionId === connectionId &&
      change.capabilities.includes('prices') &&
      (change.customer === undefined || change.customer === customer),
  );
  protected readonly asked = this.#question;
  protected readonly sourceLabel = computed(() => {
    const company = this.answer.section()?.source.company ?? '';
    const name = this.found()?.connection.name ?? '';
    return company === '' ? name : `${name} · company ${company}`;
  });
  private readonly itemSearch = viewChild<GroupedSearch<FoundItem>>('itemSearch');

  /** Read when copied. */
  protected readonly copyText = (): string => {
    const section = this.answer.section();
    const found = this.found();
    const asked = this.#question();
    const price = section?.status === 'ok' ? section.data.items[0] : undefined;
    if (section?.status !== 'ok' || found === undefined || asked === undefined || price === undefined) return '';
    const { freshness, source } = section;
    const stamp = { freshness, connectionName: asked.connectionName, company: source.company };
    return priceText({ item: found.item, customer: asked.customer, price, stamp }, this.#locale);
  };

  protected connectionName({ connectionId }: PartyCustomer): string {
    return this.#directory.nameOf(connectionId);
  }

  protected pickParty(party: PriceParty): void {
    this.party.set(party);
    afterNextRender(() => this.itemSearch()?.focus(), { injector: this.#injector });
  }

  protected changeParty(): void {
    this.party.set(undefined);
    this.found.set(undefined);
    this.itemQuery.set('');
    this.searching.set(true);
  }

  protected typedItem(query: string): void {
    this.itemQuery.set(query);
    this.searching.set(true);
  }

  protected pickItem(found: FoundItem): void {
    this.found.set(found);
    this.itemQuery.set(found.item.number);
    this.searching.set(false);
  }

  #customersIn(connectionId: string): readonly string[] {
    return (this.party()?.customers ?? [])
      .filter((customer) => customer.connectionId === connectionId)
      .map(({ customer }) => customer);
  }
}

/** The base unit first, because it is what most people mean. */
function unitsOf(item: ItemView | undefined): readonly string[] {
  return item === undefined ? [] : [...new Set([item.unit, ...item.units.map(({ unit }) => unit)])];
}
