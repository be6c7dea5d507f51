import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProbeVerdict } from '@headwater/erp-contracts';
import { Icon } from '@headwater/web/ui';
import { mdiCheckCircleOutline, mdiCloseCircleOutline, mdiWrenchOutline } from '@mdi/js';

/** What each check of a connection found, and how to put right what failed. */
@Component({
  selector: 'hw-verdict-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    <p class="summary">{{ summary() }}</p>
    <ul>
      @for (verdict of verdicts(); track $index) {
        <li [class.failed]="!verdict.ok">
          <hw-icon [path]="verdict.ok ? okIcon : failedIcon" [label]="verdict.ok ? 'Passed' : 'Failed'" />
          <div>
            <p class="found">
              <strong>{{ verdict.check }}</strong>
              <span>{{ verdict.detail }}</span>
            </p>
            @if (verdict.fix; as fix) {
              <p class="fix"><hw-icon [path]="fixIcon" /> {{ fix }}</p>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './verdict-list.scss',
})
export class VerdictList {
  readonly verdicts = input.required<readonly ProbeVerdict[]>();

  protected readonly summary = computed(() => {
    const failed = this.verdicts().filter(({ ok }) => !ok).length;
    if (failed === 0) return 'Every check passed.';
    return `${failed} of ${this.verdicts().length} checks failed.`;
  });
  protected readonly okIcon = mdiCheckCircleOutline;
  protected readonly failedIcon = mdiCloseCircleOutline;
  protected readonly fixIcon = mdiWrenchOutline;
}
