import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { FakeServer, NOT_REACHED, provideDataAccess, settle } from '@headwater/web/data-access';
import { DeleteConnectionDialog } from './delete-connection-dialog';

class FakeDialogRef {
  closedWith: unknown;

  close(result: unknown): void {
    this.closedWith = result;
  }
}

async function confirmDeletion(answer: () => unknown) {
  const dialog = new FakeDialogRef();
  const server = new FakeServer().answer('DELETE /api/erp/connections/c1', answer);
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      server.provider(),
      provideRouter([]),
      { provide: MatDialogRef, useValue: dialog },
      { provide: MAT_DIALOG_DATA, useValue: { id: 'c1', name: 'SX.e East', version: 3 } },
    ],
  });
  const fixture = TestBed.createComponent(DeleteConnectionDialog);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  page.querySelector<HTMLButtonElement>('.danger')?.click();
  await settle(fixture);
  return { page, dialog, server };
}

describe('deleting a connection', () => {
  it('says what goes, and is done when the server did it', async () => {
    const { page, dialog, server } = await confirmDeletion(() => null);
    expect(page.textContent).toContain('accounts lose their links');
    expect(server.asked('DELETE')).toEqual(['/api/erp/connections/c1']);
    expect(dialog.closedWith).toBe(true);
  });

  it('stays open when it was not done', async () => {
    const { page, dialog } = await confirmDeletion(() => {
      throw NOT_REACHED;
    });
    expect(dialog.closedWith).toBeUndefined();
    expect(page.textContent).toContain('Headwater cannot be reached');
  });
});
