import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

import type { BatchPage, PriceView } from '@headwater/erp-contracts';
import { MoneyText, QuantityText } from '@headwater/web/ui';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { PRICE_REASON_WORDS } from '../../price-reason/price-reason';

/** The customer's own prices of the items it bought last. */
@Component({
  selector: 'hw-prices-panel',
  imports: [LinkedPanels, LinkedValue, MoneyText, QuantityText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './prices-panel.html',
  styleUrl: '../panel-table.scss',
})
export class PricesPanel {
  readonly panel = input.required<LinkedPanel<BatchPage<PriceView>>>();
  readonly refresh = output();

  protected readonly words = PRICE_REASON_WORDS;
}
