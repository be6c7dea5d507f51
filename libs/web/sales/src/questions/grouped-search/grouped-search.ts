import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { flatOptions, spokenSummary, type FlatOption, type SearchGroup } from './search-group';

/** Counts the searches of a page, so that the ids of their elements differ. */
const instances = { next: 0 };

/**
 * A search field over hits that come in groups, each group with its own state. The keyboard does it all:
 * type, arrows, Enter. An Enter that comes before the hits picks the first one as soon as it is certain.
 */
@Component({
  selector: 'hw-grouped-search',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './grouped-search.html',
  styleUrl: './grouped-search.scss',
})
export class GroupedSearch<V> {
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly groups = input.required<readonly SearchGroup<V>[]>();
  /** The text `groups` answer; while it differs from what is typed, nothing can be picked. */
  readonly answered = input.required<string>();
  /** Whether the hits are shown; a card hides them once one is picked. */
  readonly expanded = input(true);
  readonly query = model('');
  readonly picked = output<V>();

  protected readonly id = `hw-search-${instances.next++}`;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  readonly #enterWaits = signal(false);

  protected readonly upToDate = computed(() => this.answered() === this.query().trim());
  protected readonly flat = computed(() => flatOptions(this.id, this.groups()));
  protected readonly shown = computed(() => this.expanded() && this.groups().length > 0);
  protected readonly activeIndex = linkedSignal<readonly FlatOption<V>[], number>({
    source: this.flat,
    computation: (flat, previous) => indexOfSame(flat, previous?.source[previous.value]),
  });
  protected readonly activeId = computed(() => (this.shown() ? this.flat()[this.activeIndex()]?.id : undefined));
  protected readonly spoken = computed(() => (this.shown() && this.upToDate() ? spokenSummary(this.groups()) : ''));

  constructor() {
    effect(() => {
      if (!this.#enterWaits() || !this.upToDate()) return;
      const first = firstSettled(this.groups(), this.flat());
      if (first === 'not yet') return;
      untracked(() => {
        this.#enterWaits.set(false);
        if (first !== undefined) this.pick(first);
      });
    });
    afterNextRender(() => this.focus());
  }

  /** Puts the cursor into the field with its text selected, so that the next question can be typed at once. */
  focus(): void {
    this.field().nativeElement.focus();
    this.field().nativeElement.select();
  }

  protected typed(text: string): void {
    this.#enterWaits.set(false);
    this.query.set(text);
  }

  protected pick({ option }: FlatOption<V>): void {
    this.picked.emit(option.value);
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.#move(event, 1);
    else if (event.key === 'ArrowUp') this.#move(event, -1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) this.#enter(event);
  }

  #move(event: KeyboardEvent, step: 1 | -1): void {
    const count = this.flat().length;
    if (!this.shown() || count === 0) return;
    event.preventDefault();
    this.activeIndex.update((index) => (index + step + count) % count);
    document.getElementById(this.activeId() ?? '')?.scrollIntoView?.({ block: 'nearest' });
  }

  #enter(event: KeyboardEvent): void {
    if (this.query().trim() === '') return;
    event.preventDefault();
    const active = this.flat()[this.activeIndex()];
    if (this.shown() && this.upToDate() && active !== undefined) this.pick(active);
    else this.#enterWaits.set(true);
  }
}

/** The same hit stays active when a slower group adds its hits around it. */
function indexOfSame<V>(flat: readonly FlatOption<V>[], active: FlatOption<V> | undefined): number {
  if (active === undefined) return 0;
  const index = flat.findIndex(
    ({ group, option }) => group.key === active.group.key && option.key === active.option.key,
  );
  return Math.max(index, 0);
}

/** The hit an early Enter means: the first one, as soon as nothing that is still asking could come before it. */
function firstSettled<V>(
  groups: readonly SearchGroup<V>[],
  flat: readonly FlatOption<V>[],
): FlatOption<V> | undefined | 'not yet' {
  const decisive = groups.find(({ state, options }) => state === 'loading' || options.length > 0);
  if (decisive === undefined) return undefined;
  return decisive.state === 'loading' ? 'not yet' : flat[0];
}
