import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import type { Freshness, SalesOrderDetailView } from '@headwater/erp-contracts';
import { ConnectionDirectory, ErpReadsApi } from '@headwater/web/data-access';
import { CopyButton, DateText, ErpPanel, LOCALE, PanelValue, QuantityText } from '@headwater/web/ui';
import { readOrder } from '../../order-detail/order-reading';
import { journeyOfOrder, stillToCome } from '../../shipment-journey/journey';
import { JourneySteps } from '../../shipment-journey/journey-steps';
import { ShipmentList } from '../../shipment-journey/shipment-list';
import { StatusLabel } from '../../status-label/status-label';
import { ASKED_ABOUT } from '../asked-about';
import { askedConnections } from '../asking/asked-connections';
import { ConnectionChoice } from '../asking/connection-choice';
import { QuestionCard } from '../asking/question-card';
import { searchHits } from '../asking/search-hits';
import { GroupedSearch } from '../grouped-search/grouped-search';
import { type FoundOrder, searchLabel, searchOrders } from './order-search';
import { shipmentText } from './shipment-text';

/** Nobody's order is so short, and each try is a question to the ERP. */
const SHORTEST = 3;
const PAUSE_MS = 300;

/** Where is my shipment? By order number, customer PO or tracking number: how far each part is, who carries it, what is missing. */
@Component({
  selector: 'hw-where-is-my-shipment-card',
  imports: [
    ConnectionChoice,
    CopyButton,
    DateText,
    ErpPanel,
    GroupedSearch,
    JourneySteps,
    PanelValue,
    QuantityText,
    QuestionCard,
    ShipmentList,
    StatusLabel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './where-is-my-shipment-card.html',
  styleUrls: ['../asking/card-layout.scss', './where-is-my-shipment-card.scss'],
})
export class WhereIsMyShipmentCard {
  readonly #reads = inject(ErpReadsApi);
  readonly #locale = inject(LOCALE);
  readonly #directory = inject(ConnectionDirectory);
  readonly #about = inject(ASKED_ABOUT, { optional: true }) ?? undefined;
  readonly #known = computed<FoundOrder | undefined>(() => {
    if (this.#about === undefined || !('order' in this.#about)) return undefined;
    const connection = this.#directory.find(this.#about.connectionId);
    return connection === undefined ? undefined : { connection, order: this.#about.order };
  });

  protected readonly connections = askedConnections('orders', 'shipments');
  protected readonly label = computed(() => searchLabel(this.connections.asked()));
  protected readonly query = signal('');
  protected readonly searching = signal(this.#about === undefined);
  /** Chosen among the hits; or found already before the card was opened. */
  protected readonly picked = linkedSignal<FoundOrder | undefined>(() => this.#known());
  protected readonly hits = searchHits(
    { query: this.query, context: this.connections.asked, pauseMs: PAUSE_MS, shortest: SHORTEST },
    (query, connections) => searchOrders(this.#reads, query, connections),
  );

  readonly #reading = readOrder(
    computed(() => {
      const picked = this.picked();
      return picked === undefined ? undefined : { connectionId: picked.connection.id, number: picked.order.number };
    }),
  );
  protected readonly order = this.#reading.order;
  protected readonly shipments = this.#reading.shipments;
  protected readonly orderValue = computed(() => {
    const section = this.order.section();
    return section?.status === 'ok' ? section.data : undefined;
  });
  protected readonly sourceLabel = computed(() => {
    const company = this.order.section()?.source.company ?? '';
    const name = this.picked()?.connection.name ?? '';
    return company === '' ? name : `${name} · company ${company}`;
  });
  /** Without a shipment the order itself tells how far it is. */
  protected readonly nothingLeft = computed(() => {
    const section = this.shipments.section();
    return section?.status === 'ok' && section.data.items.length === 0;
  });
  private readonly search = viewChild.required<GroupedSearch<FoundOrder>>('search');

  protected readonly journeyOf = journeyOfOrder;
  protected readonly missing = (order: SalesOrderDetailView) => stillToCome(order.lines);

  /** Nothing to copy until both answers are there: half of the truth would read like the whole. */
  protected readonly copyable = computed(
    () => this.order.section()?.status === 'ok' && this.shipments.section()?.status === 'ok',
  );
  protected readonly copyText = (): string => {
    const order = this.order.section();
    const shipments = this.shipments.section();
    if (order?.status !== 'ok' || shipments?.status !== 'ok') return '';
    const stamp = {
      freshness: older(order.freshness, shipments.freshness),
      connectionName: this.picked()?.connection.name ?? '',
      company: order.source.company,
    };
    return shipmentText({ order: order.data, shipments: shipments.data.items, stamp }, this.#locale);
  };

  protected typed(query: string): void {
    this.query.set(query);
    this.searching.set(true);
  }

  protected pick(found: FoundOrder): void {
    this.picked.set(found);
    this.searching.set(false);
    this.search().focus();
  }
}

/** Instants in one form compare as text. */
function older(left: Freshness, right: Freshness): Freshness {
  if (left.state !== right.state && right.state === 'last-known') return right;
  if (left.state !== right.state && left.state === 'last-known') return left;
  return left.asOf < right.asOf ? left : right;
}
