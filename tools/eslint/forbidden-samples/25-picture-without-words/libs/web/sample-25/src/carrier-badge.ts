import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'hw-carrier-badge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span (click)="open()"><img src="carrier.svg" /></span>`,
})
export class CarrierBadge {
  protected open(): void {
    location.assign('/carriers');
  }
}
