import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AvailabilityView } from '@headwater/erp-contracts';
import { DateText, QuantityText } from '@headwater/web/ui';
import { isAvailable, totalOf } from '../../stock/stock-by-item';

/** One item's stock per warehouse. */
@Component({
  selector: 'hw-stock-table',
  imports: [DateText, QuantityText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './stock-table.html',
  styleUrls: ['../../account-360/panel-table.scss', './stock-table.scss'],
})
export class StockTable {
  readonly warehouses = input.required<readonly AvailabilityView[]>();
  protected readonly total = computed(() => (this.warehouses().length > 1 ? totalOf(this.warehouses()) : undefined));
  protected readonly isAvailable = isAvailable;
}
