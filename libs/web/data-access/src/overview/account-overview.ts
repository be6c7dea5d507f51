import { computed, signal, type Signal } from '@angular/core';
import { problemOf } from '../http/problem-error';
import type { EventStream } from '../streams/event-stream';
import {
  OVERVIEW_CAPABILITIES,
  type AccountSection,
  type OverviewCapability,
  type OverviewPanel,
  type OverviewSections,
} from './overview';
import { ARRIVING, withProblem, withSection, withSections } from './panel-state';

/** How one account's sections are fetched; `OverviewApi` implements it over HTTP. */
export interface OverviewSource {
  open(listener: OverviewListener): EventStream;
  fetchAll(): Promise<OverviewSections>;
  fetchPanel(capability: OverviewCapability, recency: PanelRecency): Promise<readonly AccountSection[]>;
}

export interface OverviewListener {
  readonly section: (capability: OverviewCapability, section: AccountSection) => void;
  readonly done: () => void;
  /** The stream ended before `done`. */
  readonly broken: () => void;
}

export type PanelRecency = 'cache-allowed' | 'past-the-cache';

type Panels = { readonly [C in OverviewCapability]: OverviewPanel };

/**
 * Why a panel is asked again: somebody pressed refresh, the ERP reported a change, or changes may have gone unheard.
 * Only the first asks past the cache: after a reported change the cache holds nothing older than the change.
 */
export type RefetchReason = 'asked-by-user' | 'changed-in-erp' | 'changes-missed';

/** The ERP panels of one account, filling as each answer arrives and asked again one by one. */
export class AccountOverview {
  readonly #panels = signal<Panels>(allArriving());
  readonly #source: OverviewSource;
  readonly #inFlight = new Set<OverviewCapability>();
  readonly #again = new Map<OverviewCapability, RefetchReason>();
  #stream: EventStream | undefined;
  #closed = false;

  constructor(source: OverviewSource) {
    this.#source = source;
  }

  panel<C extends OverviewCapability>(capability: C): Signal<OverviewPanel<C>> {
    return computed(() => this.#panels()[capability] as OverviewPanel<C>);
  }

  /** True until every panel has its answers. */
  readonly arriving = computed(() => OVERVIEW_CAPABILITIES.some((capability) => this.#panels()[capability].arriving));

  open(): void {
    this.#stream = this.#source.open({
      section: (capability, section) => this.#arrive(capability, section),
      done: () => this.#complete(),
      broken: () => void this.#fallBack(),
    });
  }

  close(): void {
    this.#closed = true;
    this.#stream?.close();
  }

  /**
   * Asks one panel again and leaves the others alone. While an answer is under way, however many
   * further reasons come, the panel is asked exactly once more after it.
   */
  async refetch(capability: OverviewCapability, reason: RefetchReason): Promise<void> {
    if (this.#inFlight.has(capability)) {
      this.#again.set(capability, reason);
      return;
    }
    this.#inFlight.add(capability);
    this.#change(capability, (panel) => ({ ...panel, refreshing: true }));
    await this.#ask(capability, reason);
    this.#inFlight.delete(capability);
    const next = this.#again.get(capability);
    this.#again.delete(capability);
    if (next !== undefined && !this.#closed) await this.refetch(capability, next);
  }

  /** A panel that was asked again meanwhile has a younger answer than the one that comes late. */
  #arrive(capability: OverviewCapability, section: AccountSection): void {
    this.#change(capability, (panel) => (panel.arriving ? withSection(panel, section) : panel));
  }

  async #ask(capability: OverviewCapability, reason: RefetchReason): Promise<void> {
    try {
      const recency = reason === 'asked-by-user' ? 'past-the-cache' : 'cache-allowed';
      const sections = await this.#source.fetchPanel(capability, recency);
      this.#change(capability, (panel) => ({
        ...withSections(panel, sections),
        updates: panel.updates + (reason === 'changed-in-erp' && saysOtherwise(panel.sections, sections) ? 1 : 0),
      }));
    } catch (thrown) {
      this.#change(capability, (panel) => withProblem(panel, problemOf(thrown)));
    }
  }

  /** The stream broke before every answer was there: the same answers come as one document. */
  async #fallBack(): Promise<void> {
    this.#stream?.close();
    try {
      const sections = await this.#source.fetchAll();
      for (const capability of OVERVIEW_CAPABILITIES) {
        this.#change(capability, (panel) => (panel.arriving ? withSections(panel, sections[capability]) : panel));
      }
    } catch (thrown) {
      for (const capability of OVERVIEW_CAPABILITIES) {
        this.#change(capability, (panel) =>
          panel.arriving ? { ...withProblem(panel, problemOf(thrown)), arriving: false } : panel,
        );
      }
    }
  }

  #complete(): void {
    this.#stream?.close();
    for (const capability of OVERVIEW_CAPABILITIES) {
      this.#change(capability, (panel) => ({ ...panel, arriving: false }));
    }
  }

  #change(capability: OverviewCapability, change: (panel: OverviewPanel) => OverviewPanel): void {
    if (this.#closed) return;
    this.#panels.update((panels) => ({ ...panels, [capability]: change(panels[capability]) }));
  }
}

/** Whether the answers differ from those before them, in more than how fresh they are. */
function saysOtherwise(before: readonly AccountSection[], after: readonly AccountSection[]): boolean {
  return JSON.stringify(before.map(whatItSays)) !== JSON.stringify(after.map(whatItSays));
}

function whatItSays(section: AccountSection): unknown {
  return section.status === 'ok' ? [section.ref, section.data] : [section.ref, section.status];
}

function allArriving(): Panels {
  return {
    credit: ARRIVING,
    orders: ARRIVING,
    shipments: ARRIVING,
    invoices: ARRIVING,
    prices: ARRIVING,
    availability: ARRIVING,
  };
}
