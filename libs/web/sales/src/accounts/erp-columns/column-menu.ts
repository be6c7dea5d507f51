import { CdkMenu, CdkMenuItemCheckbox } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { Icon, uniqueId } from '@headwater/web/ui';
import { mdiCheck, mdiTableColumn } from '@mdi/js';
import { ColumnChoice } from './column-choice';

/** Chooses the ERP columns of the list. A native popover, which stays in its place in the page. */
@Component({
  selector: 'hw-column-menu',
  imports: [CdkMenu, CdkMenuItemCheckbox, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" class="trigger" aria-haspopup="menu" [attr.popovertarget]="menuId">
      <hw-icon [path]="icons.mdiTableColumn" /> ERP columns
    </button>
    <div #popover popover="auto" class="menu" [id]="menuId" (toggle)="opened($event)">
      <div cdkMenu aria-label="ERP columns">
        @for (column of choice.offered(); track column.id) {
          <button
            cdkMenuItemCheckbox
            type="button"
            class="item"
            [cdkMenuItemChecked]="choice.isShown(column)"
            (cdkMenuItemTriggered)="choice.toggle(column)"
          >
            <span class="box">
              @if (choice.isShown(column)) {
                <hw-icon [path]="icons.mdiCheck" />
              }
            </span>
            {{ column.title }}
          </button>
        }
      </div>
    </div>
  `,
  styleUrl: './column-menu.scss',
  // The menu takes both keys for its own, so that the popover does not hear of them.
  host: { '(keydown.escape)': 'close()', '(keydown.tab)': 'close()' },
})
export class ColumnMenu {
  protected readonly choice = inject(ColumnChoice);
  protected readonly items = viewChild.required(CdkMenu);
  protected readonly popover = viewChild.required<ElementRef<HTMLElement>>('popover');
  protected readonly menuId = uniqueId('hw-column-menu');
  protected readonly icons = { mdiCheck, mdiTableColumn };

  protected opened(event: Event): void {
    if ((event as ToggleEvent).newState === 'open') this.items().focusFirstItem('keyboard');
  }

  protected close(): void {
    this.popover().nativeElement.hidePopover();
  }
}
