import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Connectivity } from '@headwater/web/data-access';
import { Icon } from '@headwater/web/ui';
import { mdiCloudOffOutline, mdiWifiOff } from '@mdi/js';

/** Says when this device has no network, or Headwater does not answer on it. */
@Component({
  selector: 'hw-connectivity-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @switch (state()) {
      @case ('device-offline') {
        <p><hw-icon [path]="offlineIcon" /> This device is offline. What you see may have changed since.</p>
      }
      @case ('server-unreachable') {
        <p><hw-icon [path]="unreachableIcon" /> Headwater does not answer. What you see may have changed since.</p>
      }
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--hw-space-2);
      padding: var(--hw-space-2) var(--hw-space-6);
      border-bottom: 1px solid var(--hw-line);
      background: var(--hw-warn-wash);
      color: var(--hw-warn);
      font-weight: var(--hw-weight-medium);
    }
  `,
})
export class ConnectivityNotice {
  protected readonly state = inject(Connectivity).state;
  protected readonly offlineIcon = mdiWifiOff;
  protected readonly unreachableIcon = mdiCloudOffOutline;
}
