import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { CommandRegistry } from '@headwater/web/ui';
import { ShortcutSheet } from './shortcut-sheet';

const run = (): void => undefined;

function headings(): readonly string[] {
  TestBed.configureTestingModule({ providers: [{ provide: MatDialogRef, useValue: { id: 'sheet' } }] });
  TestBed.inject(CommandRegistry).register(
    { id: 'help', title: 'Keyboard shortcuts', group: 'Help', keys: '?', run },
    { id: 'next', title: 'Next account', group: 'Accounts', keys: 'j', keysOnly: true, run },
    { id: 'stock', title: 'In stock?', group: 'Ask the ERP', keys: 'q s', paletteKey: 's', run },
    { id: 'silent', title: 'Without keys', group: 'Nowhere', run },
  );
  const fixture = TestBed.createComponent(ShortcutSheet);
  fixture.detectChanges();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('h3')].map((heading) =>
    heading.textContent.trim(),
  );
}

describe('the sheet of shortcuts', () => {
  it('lists what has keys on this page: questions first, help last', () => {
    expect(headings()).toEqual(['From anywhere, also while typing', 'Ask the ERP', 'Accounts', 'Help']);
  });
});
