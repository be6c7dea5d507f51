import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { FakeServer, NOT_REACHED, provideDataAccess, settle } from '@headwater/web/data-access';
import { CreateAccountDialog } from './create-account-dialog';
import { CreateAccountDialogHarness } from './create-account-dialog.harness';

class FakeDialogRef {
  closedWith: unknown;

  close(result: unknown): void {
    this.closedWith = result;
  }
}

async function createDialog(answer: (request: { readonly body: unknown }) => unknown) {
  const dialog = new FakeDialogRef();
  const server = new FakeServer().answer('POST /api/accounts', answer);
  TestBed.configureTestingModule({
    providers: [provideDataAccess(), server.provider(), provideRouter([]), { provide: MatDialogRef, useValue: dialog }],
  });
  const fixture = TestBed.createComponent(CreateAccountDialog);
  const form = await TestbedHarnessEnvironment.harnessForFixture(fixture, CreateAccountDialogHarness);
  const create = async () => {
    await form.create();
    await settle(fixture);
  };
  return { form, create, dialog, server };
}

const created = ({ body }: { readonly body: unknown }) => ({ id: 'a1', ...(body as object) });

function nameIsTaken(): never {
  const errors = [{ field: 'name', message: 'This name is taken.' }];
  throw { type: 'urn:x', title: 'Not valid', status: 422, code: 'invalid-request', errors };
}

function notReached(): never {
  throw NOT_REACHED;
}

describe('the form of a new account', () => {
  it('refuses what the API would refuse, before it is sent', async () => {
    const { form, create, server } = await createDialog(created);
    await (await form.field('Website')).type('acme');
    expect(await (await form.field('Website')).error()).toContain('A website must be a full address');
    await create();
    expect(await (await form.field('Name')).error()).toBe('A name must not be blank.');
    expect(server.requests).toEqual([]);
  });

  it('creates the account and leaves out what is not given', async () => {
    const { form, create, server, dialog } = await createDialog(created);
    await (await form.field('Name')).type('Acme Pumps');
    await (await form.field('Territory')).type('East');
    await create();
    expect(server.requests[0]?.body).toEqual({ name: 'Acme Pumps', territory: 'East' });
    expect(dialog.closedWith).toEqual({ id: 'a1', name: 'Acme Pumps', territory: 'East' });
  });

  it('shows at its field what only the API could know', async () => {
    const { form, create, dialog } = await createDialog(nameIsTaken);
    await (await form.field('Name')).type('Acme Pumps');
    await create();
    expect(await (await form.field('Name')).error()).toBe('This name is taken.');
    expect(await form.problem()).toBeNull();
    expect(dialog.closedWith).toBeUndefined();
  });

  it('stays open with the problem when nothing was created', async () => {
    const { form, create } = await createDialog(notReached);
    await (await form.field('Name')).type('Acme Pumps');
    await create();
    expect(await (await form.problem())?.title()).toBe('Headwater cannot be reached');
    expect(await (await form.field('Name')).value()).toBe('Acme Pumps');
  });
});
