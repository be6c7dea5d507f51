import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterOutlet } from '@angular/router';
import type { ErpLink } from '@headwater/relationship';
import {
  AccountsApi,
  ConnectionDirectory,
  type OverviewCapability,
  OverviewApi,
  type OverviewViews,
  problemOf,
} from '@headwater/web/data-access';
import { EmptyState, Problem, Skeleton } from '@headwater/web/ui';
import { mdiLinkVariantOff } from '@mdi/js';
import { type LinkedPanel, linkedPanel } from '../erp-sections/linked-section';
import { afterNavigation } from '../focus/after-navigation';
import { AccountContext } from '../questions/asking/account-context';
import { AccountHeader } from './account-header/account-header';
import { ContactsPanel } from './contacts-panel/contacts-panel';
import { CreditStrip } from './credit-strip/credit-strip';
import { followChanges } from './follow-changes';
import { InvoicesPanel } from './invoices-panel/invoices-panel';
import { OrdersPanel } from './orders-panel/orders-panel';
import { PricesPanel } from './prices-panel/prices-panel';
import { ShipmentsPanel } from './shipments-panel/shipments-panel';
import { StockPanel } from './stock-panel/stock-panel';
import { TimelinePanel } from './timeline-panel/timeline-panel';
import { calendarDay } from './today';

/** Where one can jump to on a narrow screen, where the parts lie one below the other. */
const PARTS = [
  { title: 'Orders', selector: 'hw-orders-panel' },
  { title: 'Shipments', selector: 'hw-shipments-panel' },
  { title: 'Invoices', selector: 'hw-invoices-panel' },
  { title: 'Prices', selector: 'hw-prices-panel' },
  { title: 'Stock', selector: 'hw-stock-panel' },
  { title: 'Notes', selector: 'hw-timeline-panel' },
  { title: 'Contacts', selector: 'hw-contacts-panel' },
] as const;

/** Everything about one account: what we wrote down, and what its ERPs say right now. */
@Component({
  selector: 'hw-account-360-page',
  imports: [
    AccountHeader,
    ContactsPanel,
    CreditStrip,
    EmptyState,
    InvoicesPanel,
    OrdersPanel,
    PricesPanel,
    Problem,
    RouterOutlet,
    ShipmentsPanel,
    Skeleton,
    StockPanel,
    TimelinePanel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-360-page.html',
  styleUrl: './account-360-page.scss',
})
export class Account360Page {
  readonly #directory = inject(ConnectionDirectory);
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** From the route. */
  readonly id = input.required<string>();

  readonly #resource = inject(AccountsApi).accountResource(this.id);
  readonly #overview = inject(OverviewApi).overviewOf(this.id);

  protected readonly account = computed(() => (this.#resource.hasValue() ? this.#resource.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.#resource.error();
    return error === undefined ? undefined : problemOf(error);
  });
  protected readonly links = computed<readonly ErpLink[]>(() => this.account()?.erpLinks ?? []);

  protected readonly credit = this.#panel('credit');
  protected readonly orders = this.#panel('orders');
  protected readonly shipments = this.#panel('shipments');
  protected readonly invoices = this.#panel('invoices');
  protected readonly prices = this.#panel('prices');
  protected readonly availability = this.#panel('availability');

  protected readonly today = calendarDay(new Date());
  protected readonly parts = PARTS;
  protected readonly notLinkedIcon = mdiLinkVariantOff;
  /** An order lies over the page; what is beneath it cannot be reached meanwhile. */
  protected readonly covered = signal(false);
  #openedFrom: Element | null = null;

  constructor() {
    followChanges({ links: this.links, overview: this.#overview });
    const context = inject(AccountContext);
    effect(() => context.enter(this.account()));
    const title = inject(Title);
    effect(() => {
      const name = this.account()?.name;
      if (name !== undefined && !this.covered()) title.setTitle(`${name} · Headwater`);
    });
    // By their answers the ERPs have just shown how they are.
    effect(() => {
      if (!this.#overview().arriving()) untracked(() => this.#directory.reload());
    });
    inject(DestroyRef).onDestroy(() => context.enter(undefined));
  }

  protected refresh(capability: OverviewCapability): void {
    void this.#overview().refetch(capability, 'asked-by-user');
  }

  protected reload(): void {
    this.#resource.reload();
  }

  protected jumpTo(selector: string): void {
    const part = this.#host.nativeElement.querySelector<HTMLElement>(selector);
    part?.scrollIntoView({ block: 'start' });
    part?.querySelector<HTMLElement>('button, a, input, textarea')?.focus({ preventScroll: true });
  }

  protected cover(): void {
    this.#openedFrom = document.activeElement;
    this.covered.set(true);
  }

  /**
   * Focus goes back to where the order was opened, or to the heading where it came from a link from outside.
   * It waits for the navigation to end, after which the shell gives every new page's heading the focus.
   */
  protected uncover(): void {
    this.covered.set(false);
    const from = this.#openedFrom;
    afterNavigation(this.#router, this.#injector, () => {
      const target = from?.isConnected && from !== document.body ? from : this.#host.nativeElement.querySelector('h1');
      if (target instanceof HTMLElement) target.focus();
    });
  }

  #panel<C extends OverviewCapability>(capability: C): Signal<LinkedPanel<OverviewViews[C]>> {
    const panel = computed(() => this.#overview().panel(capability));
    return computed(() => linkedPanel(this.links(), panel()(), (id) => this.#directory.sourceOf(id)));
  }
}
