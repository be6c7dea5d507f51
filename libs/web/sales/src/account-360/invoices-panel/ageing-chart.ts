import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AgeingBucketView } from '@headwater/erp-contracts';
import { MoneyText } from '@headwater/web/ui';

/** What is open by age: a bar for the eye beside each amount. The list reads the same without the bars. */
@Component({
  selector: 'hw-ageing-chart',
  imports: [MoneyText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (bar of bars(); track bar.label; let first = $first) {
        <div class="row">
          <dt>{{ bar.label }}</dt>
          <dd class="amount"><hw-money [value]="bar.amount" /></dd>
          <dd class="track" aria-hidden="true">
            <span class="fill" [class.due]="!first" [style.width.%]="bar.width"></span>
          </dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './ageing-chart.scss',
})
export class AgeingChart {
  /** Youngest first, as the ERP gives them; the first is what is not yet due. */
  readonly buckets = input.required<readonly AgeingBucketView[]>();

  protected readonly bars = computed(() => {
    // Widths are for drawing only; the amounts shown stay the ERP's own digits. Credits have no width.
    const sizes = this.buckets().map(({ amount }) => Math.max(Number(amount.amount), 0));
    const largest = Math.max(...sizes, 0);
    return this.buckets().map((bucket, index) => ({
      ...bucket,
      width: largest === 0 ? 0 : ((sizes[index] ?? 0) / largest) * 100,
    }));
  });
}
