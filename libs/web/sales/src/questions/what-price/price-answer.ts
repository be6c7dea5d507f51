import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PriceView } from '@headwater/erp-contracts';
import { DateText, MoneyText, QuantityText, StatusChip } from '@headwater/web/ui';
import { PRICE_REASON_WORDS } from '../../price-reason/price-reason';
import { breaksOf, extendedPrice, marginPercent } from './price-facts';

/** One price with everything that explains it. */
@Component({
  selector: 'hw-price-answer',
  imports: [DateText, MoneyText, QuantityText, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './price-answer.html',
  styleUrl: './price-answer.scss',
})
export class PriceAnswer {
  readonly price = input.required<PriceView>();

  protected readonly words = PRICE_REASON_WORDS;
  protected readonly extended = computed(() => extendedPrice(this.price()));
  protected readonly breaks = computed(() => breaksOf(this.price()));
  protected readonly margin = computed(() => marginPercent(this.price()));
}
