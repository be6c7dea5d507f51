import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TrackingNumberView } from '@headwater/erp-contracts';

/** The carrier and its tracking numbers, as links where the ERP knows the carrier's page. */
@Component({
  selector: 'hw-tracking',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (carrier(); as name) {
      <span class="carrier">{{ name }}</span>
    }
    @for (tracking of trackingNumbers(); track tracking.number) {
      @if (tracking.url; as url) {
        <a class="number" target="_blank" rel="noopener noreferrer" [href]="url"
          >{{ tracking.number }}<span class="hw-sr-only"> (opens the carrier's page in a new tab)</span></a
        >
      } @else {
        <span class="number">{{ tracking.number }}</span>
      }
    } @empty {
      @if (carrier() === undefined) {
        <span class="none" aria-label="No tracking number">–</span>
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 var(--hw-space-2);
    }
    .carrier {
      color: var(--hw-ink-soft);
    }
    .number {
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    .none {
      color: var(--hw-ink-faint);
    }
  `,
})
export class Tracking {
  readonly carrier = input<string>();
  readonly trackingNumbers = input.required<readonly TrackingNumberView[]>();
}
