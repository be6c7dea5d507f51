import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { Icon } from '../icon/icon';
import { uniqueId } from '../ids/unique-id';

/**
 * A label above a control, help below it, and what is wrong in words. The control inside carries `hwInput`:
 * `<hw-field label="Name" [error]="…"><input hwInput …></hw-field>`.
 */
@Component({
  selector: 'hw-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="label" [attr.for]="controlId">
      {{ label() }}
      @if (!required() && markOptional()) {
        <span class="optional">optional</span>
      }
    </label>
    <ng-content />
    @if (error(); as message) {
      <p class="error" [id]="errorId"><hw-icon [path]="errorIcon" />{{ message }}</p>
    }
    @if (help(); as words) {
      <p class="help" [id]="helpId">{{ words }}</p>
    }
  `,
  styleUrl: './field.scss',
})
export class Field {
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly error = input<string>();
  readonly required = input(false, { transform: booleanAttribute });
  /** Forms that are mostly optional say so once instead of at every field. */
  readonly markOptional = input(true);

  readonly controlId = uniqueId('hw-control');
  protected readonly helpId = `${this.controlId}-help`;
  protected readonly errorId = `${this.controlId}-error`;
  protected readonly errorIcon = mdiAlertCircleOutline;

  readonly describedBy = computed(() => {
    const ids = [this.error() ? this.errorId : '', this.help() ? this.helpId : ''].filter(Boolean);
    return ids.length === 0 ? null : ids.join(' ');
  });
}
