import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreditView, InvoiceView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import type { ErpLink } from '@headwater/relationship';
import { DateText, MoneyText } from '@headwater/web/ui';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { StatusLabel } from '../../status-label/status-label';
import { AgeingChart } from './ageing-chart';

/** Open invoices of each linked customer, and how old what is open is. */
@Component({
  selector: 'hw-invoices-panel',
  imports: [AgeingChart, DateText, LinkedPanels, LinkedValue, MoneyText, RouterLink, StatusLabel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invoices-panel.html',
  styleUrls: ['../panel-table.scss', './invoices-panel.scss'],
})
export class InvoicesPanel {
  readonly panel = input.required<LinkedPanel<Page<InvoiceView>>>();
  /** Where the ageing comes from: the ERP's own figure over all invoices, not a sum over the shown ones. */
  readonly credit = input.required<LinkedPanel<CreditView>>();
  /** The first day that is not past, by which an open invoice is overdue. */
  readonly today = input.required<string>();
  readonly refresh = output();

  protected creditOf(link: ErpLink): CreditView | undefined {
    const section = this.credit().sections.find((linked) => linked.link.id === link.id)?.section;
    return section?.status === 'ok' ? section.data : undefined;
  }

  protected isOverdue(invoice: InvoiceView): boolean {
    return invoice.dueOn !== undefined && invoice.dueOn < this.today();
  }
}
