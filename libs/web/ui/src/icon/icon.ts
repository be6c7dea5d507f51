import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** An icon from `@mdi/js`, drawn as an SVG path in the colour of the text around it. Decorative unless labelled. */
@Component({
  selector: 'hw-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[attr.role]': 'label() ? "img" : null',
    '[attr.aria-label]': 'label()',
    '[attr.aria-hidden]': 'label() ? null : "true"',
    '[style.--hw-icon-size]': 'size()',
  },
  template: `<svg viewBox="0 0 24 24" focusable="false"><path fill="currentColor" [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--hw-icon-size, var(--hw-icon-m));
      height: var(--hw-icon-size, var(--hw-icon-m));
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `,
})
export class Icon {
  /** The `d` of the path, for example `mdiRefresh`. */
  readonly path = input.required<string>();
  /** What a screen reader says; without it the icon is hidden from it. */
  readonly label = input<string>();
  /** A CSS length, when the place asks for another size than the usual. */
  readonly size = input<string>();
}
