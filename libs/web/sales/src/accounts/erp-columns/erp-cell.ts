import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import type { AccountSection, CreditView, LatestOrderView, OpenOrdersView } from '@headwater/erp-contracts';
import type { ErpLink } from '@headwater/relationship';
import { type ColumnCell, ConnectionDirectory, isUnreachable } from '@headwater/web/data-access';
import { DateText, Freshness, Icon, LOCALE, MoneyText, Skeleton } from '@headwater/web/ui';
import { mdiAlertOutline, mdiLockOutline } from '@mdi/js';
import type { ListColumnId } from './list-columns';

/** What the cell shows of one linked customer. */
interface Line {
  readonly key: string;
  /** Of the connection, where there are several. */
  readonly name: string | undefined;
  /** Undefined until it arrives. */
  readonly section: AccountSection | undefined;
  /** Where a value comes from and as of when; why there is none. */
  readonly explanation: string;
}

/** What an ERP says of one account in one column: a value with its age, or why there is none. Never a zero for none. */
@Component({
  selector: 'hw-erp-cell',
  imports: [DateText, Freshness, Icon, MatTooltip, MoneyText, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './erp-cell.html',
  styleUrl: './erp-cell.scss',
})
export class ErpCell {
  readonly #directory = inject(ConnectionDirectory);
  readonly #locale = inject(LOCALE);

  readonly column = input.required<ListColumnId>();
  /** Of the account; answers are shown in their order. */
  readonly links = input.required<readonly ErpLink[]>();
  /** Undefined before it was asked for. */
  readonly cell = input.required<ColumnCell | undefined>();

  protected readonly waiting = computed(() => this.lines().length === 0 && (this.cell()?.arriving ?? true));
  protected readonly problem = computed(() => (this.lines().length === 0 ? this.cell()?.problem : undefined));
  protected readonly problemText = computed(() => {
    const problem = this.problem();
    return problem !== undefined && isUnreachable(problem) ? 'offline' : 'not available';
  });
  /** One for each link, so that what belongs together stands side by side in all columns. */
  protected readonly lines = computed<readonly Line[]>(() => {
    const sections = this.cell()?.sections ?? [];
    if (sections.length === 0) return [];
    const answerOf = ({ connectionId, externalId }: ErpLink): AccountSection | undefined =>
      sections.find(({ ref }) => ref.connectionId === connectionId && ref.externalId === externalId);
    return this.links().map((link) => this.#line(link, answerOf(link)));
  });
  protected readonly icons = { mdiAlertOutline, mdiLockOutline };

  protected countOf(data: unknown): string {
    const { value, exact } = (data as OpenOrdersView).count;
    return `${new Intl.NumberFormat(this.#locale).format(value)}${exact ? '' : '+'}`;
  }

  protected orderedOn(data: unknown): string | undefined {
    return (data as LatestOrderView).orderedOn;
  }

  protected credit(data: unknown): CreditView {
    return data as CreditView;
  }

  protected isLate(data: unknown): boolean {
    return !/^-|^[0.]*$/.test(this.credit(data).pastDue.amount);
  }

  #line({ connectionId, externalId }: ErpLink, section: AccountSection | undefined): Line {
    const source = this.#directory.nameOf(connectionId);
    return {
      key: `${connectionId} ${externalId}`,
      name: this.links().length > 1 ? source : undefined,
      section,
      explanation: section === undefined ? '' : this.#explanation(section, source),
    };
  }

  #explanation(section: AccountSection, source: string): string {
    if (section.status === 'hidden') return 'You do not have permission to see this.';
    if (section.status !== 'ok') return `${section.problem.title}. ${source}`;
    const format = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'medium', timeStyle: 'medium' });
    return `${source}, as of ${format.format(new Date(section.freshness.asOf))}`;
  }
}
