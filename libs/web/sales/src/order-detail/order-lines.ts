import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { SalesOrderLineView } from '@headwater/erp-contracts';
import { isZero } from '@headwater/kernel';
import { DateText, MoneyText, QuantityText } from '@headwater/web/ui';
import { StatusLabel } from '../status-label/status-label';

/** The lines of an order: what was ordered, what left, what is missing, and at what price. */
@Component({
  selector: 'hw-order-lines',
  imports: [DateText, MoneyText, QuantityText, StatusLabel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './order-lines.html',
  styleUrl: '../account-360/panel-table.scss',
})
export class OrderLines {
  readonly lines = input.required<readonly SalesOrderLineView[]>();

  protected hasBackorder({ backordered }: SalesOrderLineView): boolean {
    return !isZero(backordered.value);
  }
}
