import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

import type { AvailabilityView, BatchPage } from '@headwater/erp-contracts';
import { DateText, QuantityText } from '@headwater/web/ui';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { isAvailable, nextReceiptOf, stockByItem } from '../../stock/stock-by-item';

/** Stock of the items the customer bought last: one row per item, warehouses beneath. */
@Component({
  selector: 'hw-stock-panel',
  imports: [LinkedPanels, LinkedValue, DateText, QuantityText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './stock-panel.html',
  styleUrl: '../panel-table.scss',
})
export class StockPanel {
  readonly panel = input.required<LinkedPanel<BatchPage<AvailabilityView>>>();
  readonly refresh = output();

  protected readonly byItem = stockByItem;
  protected readonly isAvailable = isAvailable;
  protected readonly nextReceipt = nextReceiptOf;
}
