import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type ConnectionReport, LONGEST_REPORT_MINUTES } from '@headwater/erp-contracts';
import { ConnectionDirectory, Connectivity, ConnectionsApi, problemOf } from '@headwater/web/data-access';
import {
  DateText,
  EmptyState,
  Icon,
  LOCALE,
  PageHeader,
  Problem,
  Skeleton,
  StatusChip,
  TimeChart,
  uniqueId,
} from '@headwater/web/ui';
import { mdiArrowLeft, mdiChartLine, mdiPause, mdiPlay } from '@mdi/js';
import { healthChip } from '../list/health-line';
import { ERROR_WORDS } from './error-words';
import { numberText } from './number-text';
import { reportCharts } from './report-charts';
import { figureGroups } from './report-figures';

const REFRESH_MS = 10_000;
const WINDOWS = [15, LONGEST_REPORT_MINUTES] as const;

/** What was measured of one connection, as it goes on: how it is, how fast, how right, and what holds it up. */
@Component({
  selector: 'hw-report-page',
  imports: [DateText, EmptyState, Icon, MatButton, PageHeader, Problem, RouterLink, Skeleton, StatusChip, TimeChart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './report-page.html',
  styleUrl: './report-page.scss',
})
export class ReportPage {
  readonly #directory = inject(ConnectionDirectory);
  readonly #document = inject(DOCUMENT);
  readonly #text = numberText(inject(LOCALE));
  readonly #times = new Intl.DateTimeFormat(inject(LOCALE), { timeStyle: 'short' });
  readonly #connectivity = inject(Connectivity);

  readonly connectionId = input.required<string>();

  protected readonly minutes = signal<number>(LONGEST_REPORT_MINUTES);
  protected readonly paused = signal(false);
  protected readonly online = this.#connectivity.online;

  readonly #report = inject(ConnectionsApi).reportResource(() => ({
    connectionId: this.connectionId(),
    minutes: this.minutes(),
  }));
  /** Stays while newer figures are on their way, or cannot be had. */
  readonly #latest = linkedSignal<ConnectionReport | undefined, ConnectionReport | undefined>({
    source: () => (this.#report.hasValue() ? this.#report.value() : undefined),
    computation: (arrived, previous) => arrived ?? previous?.value,
  });

  protected readonly report = computed(() => {
    const latest = this.#latest();
    return latest?.connectionId === this.connectionId() ? latest : undefined;
  });
  protected readonly problem = computed(() => {
    const error = this.#report.error();
    return error === undefined ? undefined : problemOf(error);
  });
  protected readonly name = computed(() => this.#directory.nameOf(this.connectionId()));
  protected readonly chip = computed(() => {
    const health = this.report()?.health;
    const enabled = this.#directory.find(this.connectionId())?.enabled ?? true;
    return health === undefined ? undefined : healthChip({ enabled, health });
  });
  protected readonly quiet = computed(() => {
    const report = this.report();
    return report !== undefined && report.calls.count + report.reads.count + report.notices.received === 0;
  });
  protected readonly groups = computed(() => {
    const report = this.report();
    return report === undefined ? [] : figureGroups(report, this.#text);
  });
  protected readonly charts = computed(() => {
    const report = this.report();
    return report === undefined ? [] : reportCharts(report, this.#text);
  });
  protected readonly times = computed(
    () => this.report()?.minutes.map(({ at }) => this.#times.format(new Date(at))) ?? [],
  );
  /** The process has not been running for as long as the page looks back. */
  protected readonly startedMeanwhile = computed(() => {
    const report = this.report();
    return report !== undefined && report.countingSince > report.from ? report.countingSince : undefined;
  });

  protected readonly text = this.#text;
  protected readonly windows = WINDOWS;
  protected readonly windowName = uniqueId('hw-window');
  protected readonly errorWords = ERROR_WORDS;
  protected readonly icons = { mdiArrowLeft, mdiChartLine, mdiPause, mdiPlay };

  constructor() {
    const timer = setInterval(() => this.#refresh(), REFRESH_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected retry(): void {
    this.#report.reload();
  }

  /** Not behind another tab, and not without a network; a server that was away is asked, for it may be back. */
  #refresh(): void {
    const offline = this.#connectivity.state() === 'device-offline';
    if (this.paused() || offline || this.#document.hidden) return;
    this.#report.reload();
  }
}
