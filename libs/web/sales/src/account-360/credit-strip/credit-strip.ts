import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { CreditView } from '@headwater/erp-contracts';
import { isPositive } from '@headwater/kernel';
import { Icon, MoneyText } from '@headwater/web/ui';
import { mdiAlertOctagonOutline, mdiCheckCircleOutline } from '@mdi/js';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { usedShare } from './used-share';

/** How much credit each linked customer has left, and whether the ERP holds its orders. */
@Component({
  selector: 'hw-credit-strip',
  imports: [Icon, LinkedPanels, LinkedValue, MoneyText],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './credit-strip.html',
  styleUrl: './credit-strip.scss',
})
export class CreditStrip {
  readonly panel = input.required<LinkedPanel<CreditView>>();
  readonly refresh = output();

  protected readonly isPositive = isPositive;
  protected readonly usedShare = usedShare;
  protected readonly holdIcon = mdiAlertOctagonOutline;
  protected readonly clearIcon = mdiCheckCircleOutline;
}
