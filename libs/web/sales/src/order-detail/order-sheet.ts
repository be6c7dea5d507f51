import { A11yModule } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import type { SalesOrderDetailView } from '@headwater/erp-contracts';
import { ConnectionDirectory } from '@headwater/web/data-access';
import { DateText, ErpPanel, Icon, MoneyText, PanelValue } from '@headwater/web/ui';
import { mdiClose } from '@mdi/js';
import { afterNavigation } from '../focus/after-navigation';
import { stillToCome } from '../shipment-journey/journey';
import { ShipmentList } from '../shipment-journey/shipment-list';
import { StatusLabel } from '../status-label/status-label';
import { OrderLines } from './order-lines';
import { readOrder } from './order-reading';

/** One order with its lines and shipments, as a sheet over the account. Has an address of its own; Esc closes it. */
@Component({
  selector: 'hw-order-sheet',
  imports: [
    A11yModule,
    DateText,
    ErpPanel,
    Icon,
    MatIconButton,
    MoneyText,
    OrderLines,
    PanelValue,
    ShipmentList,
    StatusLabel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.escape)': 'close()' },
  templateUrl: './order-sheet.html',
  styleUrl: './order-sheet.scss',
})
export class OrderSheet {
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #directory = inject(ConnectionDirectory);

  /** From the route. */
  readonly connectionId = input.required<string>();
  /** From the route. */
  readonly number = input.required<string>();

  readonly #reading = readOrder(computed(() => ({ connectionId: this.connectionId(), number: this.number() })));
  protected readonly order = this.#reading.order;
  protected readonly shipments = this.#reading.shipments;
  protected readonly value = computed(() => {
    const section = this.order.section();
    return section?.status === 'ok' ? section.data : undefined;
  });
  protected readonly sourceLabel = computed(() => {
    const { company } = this.order.section()?.source ?? this.#directory.sourceOf(this.connectionId());
    const name = this.#directory.nameOf(this.connectionId());
    return company === '' ? name : `${name} · company ${company}`;
  });
  protected readonly closeIcon = mdiClose;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNavigation(this.#router, inject(Injector), () => this.heading().nativeElement.focus());
  }

  protected openLines(order: SalesOrderDetailView): number {
    return stillToCome(order.lines).length;
  }

  protected shipTo({ shipTo }: SalesOrderDetailView): string | undefined {
    if (shipTo === undefined) return undefined;
    const city = [shipTo.city, shipTo.region, shipTo.postalCode].filter(Boolean).join(' ');
    return [shipTo.name, ...shipTo.lines, city].filter(Boolean).join(', ');
  }

  protected close(): void {
    void this.#router.navigate(['../../..'], { relativeTo: this.#route });
  }
}
