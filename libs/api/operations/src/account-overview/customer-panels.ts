import type {
  AccountSectionMessage,
  BatchPage,
  ErpManifest,
  ErpOperation,
  ErpRead,
  ErpReads,
  OverviewCapability,
  PriceView,
  QueryOf,
  Section,
} from '@headwater/erp-contracts';
import type { Clock, ErpRef } from '@headwater/kernel';
import { defer, EMPTY, from, map, merge, mergeMap, type Observable, of, catchError, shareReplay } from 'rxjs';
import { pricesAsVisible } from '../prices/cost-visibility';
import { SERVICE_SCOPE } from '../reading/erp-question';
import { unknownSource } from '../sections/complete-by';
import { type CustomerQuestions, questionsAbout } from './customer-questions';
import { emptyBatch, ITEMS_PER_PANEL, type NewestItems, newestItems } from './newest-items';
import type { OverviewRequest } from './overview-request';

export interface CustomerPanelsDeps {
  readonly reads: ErpReads;
  readonly clock: Clock;
  /** When, by the monotonic clock, every answer has to be there. */
  readonly until: number;
  /** Names the page, so that its reads may use what the ERP has said to each other. */
  readonly page: string;
}

/** An operation with the question that belongs to it. */
type Question = {
  [O in ErpOperation]: { readonly operation: O; readonly query: QueryOf<O>; readonly followedBy?: number };
}[ErpOperation];

/** The panels of one linked customer, each as it arrives. Whoever unsubscribes ends what only this waits for. */
export class CustomerPanels {
  constructor(
    private readonly ref: ErpRef,
    private readonly request: OverviewRequest,
    private readonly deps: CustomerPanelsDeps,
  ) {}

  arriving(): Observable<AccountSectionMessage> {
    const { capabilities, hidden } = this.request;
    const asked = capabilities.filter((capability) => !hidden.has(capability));
    const withheld = capabilities.filter((capability) => hidden.has(capability));
    return merge(this.#hidden(withheld), asked.length === 0 ? EMPTY : this.#asked(asked));
  }

  #hidden(capabilities: readonly OverviewCapability[]): Observable<AccountSectionMessage> {
    if (capabilities.length === 0) return EMPTY;
    const source = defer(() => this.deps.reads.sourceOf(this.ref.connectionId)).pipe(
      // Hidden stays hidden, whether or not the connection can be opened.
      catchError(() => of(unknownSource(this.ref.connectionId))),
    );
    return source.pipe(
      mergeMap((known) => from(capabilities.map((each) => this.#message(each, { status: 'hidden', source: known })))),
    );
  }

  #asked(capabilities: readonly OverviewCapability[]): Observable<AccountSectionMessage> {
    const manifest = defer(() => this.deps.reads.manifestOf(this.ref.connectionId)).pipe(
      // The reads fail for the same reason, and say so in their own sections.
      catchError(() => of(undefined)),
    );
    return manifest.pipe(mergeMap((known) => this.#panels(capabilities, known)));
  }

  #panels(
    capabilities: readonly OverviewCapability[],
    manifest: ErpManifest | undefined,
  ): Observable<AccountSectionMessage> {
    const questions = questionsAbout(this.ref.externalId, manifest);
    const items = this.#newestItems(questions).pipe(shareReplay({ bufferSize: 1, refCount: true }));
    const panels = longestChainFirst(capabilities).map((capability) => {
      const section = this.#panel(capability, { questions, items, manifest });
      return section.pipe(map((each) => this.#message(capability, each)));
    });
    return merge(...panels);
  }

  #panel(
    capability: OverviewCapability,
    known: {
      readonly questions: CustomerQuestions;
      readonly items: Observable<NewestItems>;
      readonly manifest: ErpManifest | undefined;
    },
  ): Observable<Section> {
    const customer = this.ref.externalId;
    const { questions, items, manifest } = known;
    switch (capability) {
      case 'credit':
        return this.#read({ operation: 'credit.get', query: { customer } });
      case 'orders':
        return this.#read({ operation: 'orders.list', query: questions.orders });
      case 'shipments':
        return this.#read({ operation: 'shipments.list', query: questions.shipments });
      case 'invoices':
        return this.#read({ operation: 'invoices.list', query: questions.invoices });
      case 'prices':
      case 'availability':
        // What the connection cannot do it says without being asked which items.
        if (manifest?.capabilities[capability].supported === false)
          return this.#read(batchQuestion(capability, customer, []));
        return items.pipe(mergeMap((found) => this.#batch(capability, found, manifest)));
    }
  }

  #batch(
    capability: 'prices' | 'availability',
    found: NewestItems,
    manifest: ErpManifest | undefined,
  ): Observable<Section> {
    if (found.kind === 'not-known') return of(found.section);
    if (found.items.length === 0) return of(emptyBatch(found.orders));
    const contract = manifest?.capabilities[capability];
    const most = contract?.supported === true ? (contract.maxBatch ?? ITEMS_PER_PANEL) : ITEMS_PER_PANEL;
    return this.#read(batchQuestion(capability, this.ref.externalId, found.items.slice(0, most)));
  }

  /** Which items those are need not be asked past the cache: an order's change empties it. */
  #newestItems(questions: CustomerQuestions): Observable<NewestItems> {
    return newestItems({
      // The details and then the items wait for the list, the items for the details.
      orders: () => this.#cached([{ operation: 'orders.list', query: questions.orders, followedBy: 2 }]),
      details: (numbers) =>
        this.#cached(numbers.map((number) => ({ operation: 'orders.get', query: { number }, followedBy: 1 }))),
    });
  }

  #read(question: Question): Observable<Section> {
    return this.#fanOut([question], this.request.fresh);
  }

  #cached(questions: readonly Question[]): Observable<Section> {
    return this.#fanOut(questions, false);
  }

  #fanOut(questions: readonly Question[], fresh: boolean): Observable<Section> {
    const deadlineMs = Math.max(0, this.deps.until - this.deps.clock.monotonic());
    const { connectionId, externalId: customer } = this.ref;
    const { page } = this.deps;
    const reads = questions.map((question, index) => ({
      key: String(index),
      read: { ...question, connectionId, scope: SERVICE_SCOPE, fresh, page, hints: { customer } } as ErpRead,
    }));
    return defer(() => this.deps.reads.fanOut(reads, { deadlineMs })).pipe(map(({ section }) => section));
  }

  #message(capability: OverviewCapability, section: Section): AccountSectionMessage {
    const seen = capability === 'prices' ? this.#withCostsAsVisible(section) : section;
    return { capability, section: { ...seen, ref: this.ref } } as AccountSectionMessage;
  }

  #withCostsAsVisible(section: Section): Section {
    if (section.status !== 'ok') return section;
    return { ...section, data: pricesAsVisible(section.data as BatchPage<PriceView>, this.request.costs) };
  }
}

/**
 * Panels whose answer takes several rounds of the ERP, because other panels' answers say what to ask. Those first that
 * ask for the orders in the hurry of what waits for them: the orders' own panel joins them.
 */
const CHAINED: readonly OverviewCapability[] = ['prices', 'availability', 'orders'];

/**
 * An ERP takes only so many calls at once and serves them in the order they come: a chain that begins a round late
 * ends a round late, and the page with it.
 */
function longestChainFirst(capabilities: readonly OverviewCapability[]): readonly OverviewCapability[] {
  const chained = CHAINED.filter((capability) => capabilities.includes(capability));
  return [...chained, ...capabilities.filter((capability) => !chained.includes(capability))];
}

function batchQuestion(capability: 'prices' | 'availability', customer: string, items: readonly string[]): Question {
  if (capability === 'availability') return { operation: 'availability.list', query: { items } };
  return { operation: 'prices.quote', query: { customer, items: items.map((item) => ({ item, quantity: '1' })) } };
}
