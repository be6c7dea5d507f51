import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { uniqueId } from '../ids/unique-id';
import { CHART_ENGINE, type DrawnChart } from './chart-engine';
import { type ChartContent, type ChartSeries, dashOf } from './chart-series';
import { onSchemeChange, themeColors } from './theme-colors';

/**
 * Values over time, drawn, and the same as a table: what is drawn is hidden from screen readers, the table is for
 * everybody.
 */
@Component({
  selector: 'hw-time-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './time-chart.html',
  styleUrl: './time-chart.scss',
})
export class TimeChart {
  readonly #loadEngine = inject(CHART_ENGINE);
  readonly #destroy = inject(DestroyRef);

  readonly title = input.required<string>();
  /** One sentence that says what the drawing shows. */
  readonly summary = input.required<string>();
  readonly times = input.required<readonly string[]>();
  readonly series = input.required<readonly ChartSeries[]>();
  readonly kind = input<ChartContent['kind']>('lines');
  readonly format = input<(value: number) => string>(String);

  protected readonly titleId = uniqueId('hw-chart');
  protected readonly plot = viewChild.required<ElementRef<HTMLElement>>('plot');
  /** The engine could not be fetched: the table is there all the same. */
  protected readonly undrawn = signal(false);
  protected readonly dashOf = dashOf;
  protected readonly open = signal(false);
  protected readonly rows = computed(() =>
    this.times()
      .map((time, at) => ({ time, values: this.series().map(({ values }) => this.#textOf(values[at])) }))
      .toReversed(),
  );

  readonly #drawn = signal<DrawnChart | undefined>(undefined);
  readonly #scheme = signal(0);

  constructor() {
    afterNextRender(() => void this.#begin());
    effect(() => {
      this.#scheme();
      const content = { times: this.times(), series: this.series(), kind: this.kind(), format: this.format() };
      this.#drawn()?.draw(content, themeColors(this.plot().nativeElement));
    });
  }

  async #begin(): Promise<void> {
    let ended = false;
    this.#destroy.onDestroy(() => (ended = true));
    const [loaded] = await Promise.allSettled([this.#loadEngine()]);
    if (ended) return;
    if (loaded.status === 'rejected') return this.undrawn.set(true);
    const host = this.plot().nativeElement;
    const drawn = loaded.value(host);
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(host);
    const unlisten = onSchemeChange(host, () => this.#scheme.update((times) => times + 1));
    this.#destroy.onDestroy(() => {
      resized.disconnect();
      unlisten();
      drawn.remove();
    });
    this.#drawn.set(drawn);
  }

  #textOf(value: number | undefined): string {
    return value === undefined ? '–' : this.format()(value);
  }
}
