import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { InvoiceStatus, OrderStatus, ShipmentStatus } from '@headwater/erp-contracts';
import { type ChipTone, StatusChip } from '@headwater/web/ui';

interface StatusWords {
  readonly text: string;
  readonly tone: ChipTone;
}

const WORDS: { readonly [S in OrderStatus | ShipmentStatus | InvoiceStatus]: StatusWords } = {
  quote: { text: 'Quote', tone: 'neutral' },
  open: { text: 'Open', tone: 'info' },
  'on-hold': { text: 'On hold', tone: 'bad' },
  released: { text: 'Released', tone: 'info' },
  picked: { text: 'Picked', tone: 'info' },
  shipped: { text: 'Shipped', tone: 'good' },
  'partly-shipped': { text: 'Partly shipped', tone: 'warn' },
  invoiced: { text: 'Invoiced', tone: 'good' },
  closed: { text: 'Closed', tone: 'neutral' },
  cancelled: { text: 'Cancelled', tone: 'neutral' },
  planned: { text: 'Planned', tone: 'neutral' },
  delivered: { text: 'Delivered', tone: 'good' },
  'partly-paid': { text: 'Partly paid', tone: 'warn' },
  paid: { text: 'Paid', tone: 'good' },
  credited: { text: 'Credited', tone: 'neutral' },
  disputed: { text: 'Disputed', tone: 'bad' },
};

/** Where an order, a shipment or an invoice stands, in Headwater's words; the ERP's own word on demand. */
@Component({
  selector: 'hw-status-label',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.title]': 'title()' },
  template: `<hw-status-chip [tone]="words().tone">{{ words().text }}</hw-status-chip>`,
})
export class StatusLabel {
  readonly status = input.required<OrderStatus | ShipmentStatus | InvoiceStatus>();
  readonly vendorStatus = input<string>();

  protected readonly words = computed(() => WORDS[this.status()]);
  protected readonly title = computed(() => {
    const vendor = this.vendorStatus();
    return vendor === undefined ? null : `The ERP says: ${vendor}`;
  });
}
