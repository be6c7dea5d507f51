import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  computed,
  contentChild,
  input,
  output,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { mdiEyeOffOutline, mdiInboxOutline, mdiMinusCircleOutline, mdiRefresh } from '@mdi/js';
import { Freshness } from '../freshness/freshness';
import type { ShownFreshness } from '../freshness/shown-freshness';
import { Icon } from '../icon/icon';
import { uniqueId } from '../ids/unique-id';
import { Problem } from '../problem/problem';
import { Skeleton } from '../skeleton/skeleton';
import { type PanelSection, hasNoItems } from './panel-section';
import { PanelValue } from './panel-value';

export type PanelState = 'loading' | 'value' | 'empty' | 'failed' | 'unsupported' | 'hidden';

/**
 * The frame around one ERP answer: title, source, freshness and refresh, and below them exactly one of the states
 * loading, value, empty, failed, unsupported or hidden. `section` undefined means that the answer has not come yet.
 */
@Component({
  selector: 'hw-erp-panel',
  imports: [Freshness, Icon, MatIconButton, MatTooltip, NgTemplateOutlet, Problem, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './erp-panel.html',
  styleUrl: './erp-panel.scss',
})
export class ErpPanel {
  readonly title = input.required<string>();
  readonly section = input.required<PanelSection | undefined>();
  /** Connection and company in words, for example "SX.e East · company 1". */
  readonly sourceLabel = input<string>();
  readonly emptyText = input('Nothing here.');
  /** Decides whether an answer counts as empty; a page without rows does. */
  readonly isEmpty = input<(data: unknown) => boolean>(hasNoItems);
  /** The ERP is being asked again while the value before stays on the screen. */
  readonly refreshing = input(false, { transform: booleanAttribute });
  readonly refreshable = input(true);
  readonly skeletonLines = input(4);
  readonly refresh = output();

  protected readonly valueSlot = contentChild(PanelValue);
  protected readonly valueTemplate = computed(() => this.valueSlot()?.template ?? null);
  protected readonly titleId = uniqueId('hw-panel');

  readonly state = computed<PanelState>(() => {
    const section = this.section();
    if (section === undefined) return 'loading';
    if (section.status !== 'ok') return section.status;
    return this.isEmpty()(section.data) ? 'empty' : 'value';
  });
  protected readonly busy = computed(() => this.refreshing() || this.state() === 'loading');
  protected readonly value = computed(() => {
    const section = this.section();
    return section?.status === 'ok' ? section.data : undefined;
  });
  protected readonly problem = computed(() => {
    const section = this.section();
    return section !== undefined && 'problem' in section ? section.problem : undefined;
  });
  protected readonly freshness = computed<ShownFreshness | undefined>(() => {
    const section = this.section();
    if (section === undefined) return undefined;
    if (section.status === 'ok') return section.freshness;
    return section.status === 'hidden' ? 'hidden' : 'not-available';
  });

  protected readonly refreshIcon = mdiRefresh;
  protected readonly emptyIcon = mdiInboxOutline;
  protected readonly unsupportedIcon = mdiMinusCircleOutline;
  protected readonly hiddenIcon = mdiEyeOffOutline;
}
