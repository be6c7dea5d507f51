import { Directive, inject, input, TemplateRef } from '@angular/core';
import type { ErpLink } from '@headwater/relationship';
import type { LinkedPanel } from './linked-section';

export interface LinkedValueContext<T> {
  readonly $implicit: T;
  readonly link: ErpLink;
}

/**
 * Marks what a panel of several linked customers shows for each answer:
 * `<ng-template [hwLinkedValue]="panel()" let-orders let-link="link">` types both.
 */
@Directive({ selector: '[hwLinkedValue]' })
export class LinkedValue<T> {
  readonly template = inject<TemplateRef<LinkedValueContext<T>>>(TemplateRef);
  /** Only read by the compiler, for the type. */
  readonly panel = input.required<LinkedPanel<T>>({ alias: 'hwLinkedValue' });

  static ngTemplateContextGuard<T>(_value: LinkedValue<T>, context: unknown): context is LinkedValueContext<T> {
    return context !== null;
  }
}
