import { Directive, TemplateRef, inject, input } from '@angular/core';
import type { PanelSection } from './panel-section';

interface PanelValueContext<T> {
  readonly $implicit: T;
}

/**
 * Marks what a panel shows when the ERP answered:
 * `<ng-template [hwPanelValue]="section()" let-orders>` gives `orders` the type of the section's data.
 */
@Directive({ selector: '[hwPanelValue]' })
export class PanelValue<T> {
  readonly template = inject<TemplateRef<PanelValueContext<T>>>(TemplateRef);
  /** Only read by the compiler, for the type. */
  readonly section = input.required<PanelSection<T> | undefined>({ alias: 'hwPanelValue' });

  static ngTemplateContextGuard<T>(_value: PanelValue<T>, context: unknown): context is PanelValueContext<T> {
    return context !== null;
  }
}
