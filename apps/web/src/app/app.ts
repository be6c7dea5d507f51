import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ColorScheme } from './color-scheme/color-scheme';

@Component({
  selector: 'hw-root',
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<router-outlet />',
})
export class App {
  constructor() {
    // Applies the chosen scheme on pages without a user menu, too.
    inject(ColorScheme);
  }
}
