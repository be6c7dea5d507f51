import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Three streams that become one river. */
@Component({
  selector: 'hw-brand',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4.5 3c0 7 7.5 6 7.5 12.5V21" />
      <path d="M12 3v5.5" />
      <path d="M19.5 3c0 7-7.5 6-7.5 12.5" />
    </svg>
    <span>Headwater</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--hw-space-2);
      color: var(--hw-ink);
      font-size: var(--hw-text-l);
      font-weight: 650;
      letter-spacing: -0.02em;
    }
    svg {
      width: 1.25rem;
      height: 1.25rem;
      fill: none;
      stroke: var(--hw-accent);
      stroke-linecap: round;
      stroke-width: 2.2;
    }
  `,
})
export class Brand {}
