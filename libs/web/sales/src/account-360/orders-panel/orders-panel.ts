import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SalesOrderView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { DateText, MoneyText } from '@headwater/web/ui';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { StatusLabel } from '../../status-label/status-label';

/** The newest orders of each linked customer. */
@Component({
  selector: 'hw-orders-panel',
  imports: [DateText, LinkedPanels, LinkedValue, MoneyText, RouterLink, StatusLabel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './orders-panel.html',
  styleUrl: '../panel-table.scss',
})
export class OrdersPanel {
  readonly panel = input.required<LinkedPanel<Page<SalesOrderView>>>();
  readonly refresh = output();
}
