import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChild,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { ErpPanel, PanelValue } from '@headwater/web/ui';
import type { LinkedPanel } from './linked-section';
import { LinkedValue } from './linked-value';
import { UpdateAnnouncer } from './update-announcer';

const CUE_MS = 2_500;

/**
 * One ERP panel per linked customer, one below the other, with the same content template for each.
 * When a change reported by the ERP has been fetched, the panel says so: a short glow for the eye, a polite sentence
 * for the ear.
 */
@Component({
  selector: 'hw-linked-panels',
  imports: [ErpPanel, NgTemplateOutlet, PanelValue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './linked-panels.html',
  styleUrl: './linked-panels.scss',
})
export class LinkedPanels<T> {
  readonly #announcer = inject(UpdateAnnouncer);

  readonly title = input.required<string>();
  readonly panel = input.required<LinkedPanel<T>>();
  readonly emptyText = input('Nothing here.');
  readonly skeletonLines = input(4);
  readonly refresh = output();

  protected readonly slot = contentChild.required<LinkedValue<T>>(LinkedValue);
  protected readonly justUpdated = signal(false);
  readonly #updates = computed(() => this.panel().updates);
  #cue: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    let announced = 0;
    effect(() => {
      const updates = this.#updates();
      if (updates > announced) this.#showUpdated();
      announced = updates;
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#cue));
  }

  #showUpdated(): void {
    clearTimeout(this.#cue);
    this.justUpdated.set(true);
    this.#cue = setTimeout(() => this.justUpdated.set(false), CUE_MS);
    this.#announcer.updated(this.title());
  }
}
