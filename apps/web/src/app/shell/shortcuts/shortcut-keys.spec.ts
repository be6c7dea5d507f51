import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CommandRegistry } from '@headwater/web/ui';
import { listenForShortcuts } from './shortcut-keys';

const runs: string[] = [];
const note = (what: string) => () => void runs.push(what);

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '<input />' })
class Page {
  constructor() {
    listenForShortcuts({ k: note('palette'), j: note('ask') });
  }
}

function press(key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

describe('shortcuts', () => {
  let page: HTMLElement;

  beforeEach(() => {
    runs.length = 0;
    TestBed.inject(CommandRegistry).register(
      { id: 'stock', title: 'In stock?', group: 'Ask', keys: 's', run: note('stock') },
      { id: 'accounts', title: 'Accounts', group: 'Go', keys: 'g a', run: note('accounts') },
    );
    page = TestBed.createComponent(Page).nativeElement as HTMLElement;
    document.body.append(page);
  });

  it('run commands by one key or by two', () => {
    press('s');
    press('g');
    press('a');
    expect(runs).toEqual(['stock', 'accounts']);
  });

  it('leave typing alone, but open the palette from a field', () => {
    const field = page.querySelector('input')!;
    press('s', {}, field);
    expect(runs).toEqual([]);
    press('k', { ctrlKey: true }, field);
    press('j', { metaKey: true }, field);
    expect(runs).toEqual(['palette', 'ask']);
  });

  it('leave the keys of the browser alone', () => {
    press('s', { ctrlKey: true });
    press('k', { ctrlKey: true, shiftKey: true });
    expect(runs).toEqual([]);
  });
});
