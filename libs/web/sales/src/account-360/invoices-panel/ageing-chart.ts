import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AgeingBucketView } from '@headwater/erp-contracts';
import { isZero } from '@headwater/kernel';
import { MoneyText } from '@headwater/web/ui';

/** `1–30 days` is past due; `Future` and `Current` are not. */
const COUNTS_DAYS = /\d/;

/** What is open by age: a bar for the eye beside each amount. The list reads the same without the bars. */
@Component({
  selector: 'hw-ageing-chart',
  imports: [MoneyText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (bar of bars(); track bar.label) {
        <div class="bucket">
          <dt>{{ bar.label }}</dt>
          <dd class="amount" [class.nothing]="bar.nothing"><hw-money [value]="bar.amount" /></dd>
          <dd class="track" aria-hidden="true">
            <span class="fill" [class.due]="bar.pastDue" [style.width.%]="bar.width"></span>
          </dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './ageing-chart.scss',
})
export class AgeingChart {
  /** As the ERP gives them, what is not due yet first. */
  readonly buckets = input.required<readonly AgeingBucketView[]>();

  protected readonly bars = computed(() => {
    // Widths are for drawing only; the amounts shown stay the ERP's own digits. Credits have no width.
    const sizes = this.buckets().map(({ amount }) => Math.max(Number(amount.amount), 0));
    const largest = Math.max(...sizes, 0);
    return this.buckets().map((bucket, index) => ({
      ...bucket,
      nothing: isZero(bucket.amount.amount),
      pastDue: COUNTS_DAYS.test(bucket.label),
      width: largest === 0 ? 0 : ((sizes[index] ?? 0) / largest) * 100,
    }));
  });
}
