import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import { FakeServer, NOT_REACHED, SessionState, provideDataAccess, settle } from '@headwater/web/data-access';
import { CommandRegistry, SearchRegistry } from '@headwater/web/ui';
import { of } from 'rxjs';
import { Palette } from './palette';
import { PaletteHarness } from './palette.harness';

const TYPING_PAUSE_MS = 150;
const SEARCH_PAUSE_MS = 350;
const runs: string[] = [];
const FAKE_DIALOG = { close: () => undefined, afterClosed: () => of(undefined) };
const ACME = { id: 'a1', name: 'Acme Pumps', erpLinks: [] };

async function palette(answer: () => unknown = () => ({ items: [ACME] })) {
  runs.length = 0;
  const server = new FakeServer().answer('GET /api/accounts', answer);
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      server.provider(),
      provideRouter([{ path: '**', children: [] }]),
      { provide: MatDialogRef, useValue: FAKE_DIALOG },
    ],
  });
  const user = { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' };
  TestBed.inject(SessionState).begin({ user, roles: [], permissions: [{ action: 'read', subject: 'Account' }] });
  TestBed.inject(CommandRegistry).register(
    { id: 'stock', title: 'In stock?', group: 'Ask the ERP', paletteKey: 's', run: () => void runs.push('stock') },
    { id: 'price', title: 'What price?', group: 'Ask the ERP', paletteKey: 'p', run: () => void runs.push('price') },
  );
  const fixture = TestBed.createComponent(Palette);
  const harness = await TestbedHarnessEnvironment.harnessForFixture(fixture, PaletteHarness);
  const typed = async (text: string) => {
    await harness.type(text);
    await new Promise((done) => setTimeout(done, TYPING_PAUSE_MS));
    await settle(fixture);
  };
  return { harness, typed, server, fixture };
}

describe('the palette', () => {
  it('runs a command chosen by arrow keys', async () => {
    const { harness } = await palette();
    expect(await harness.chosen()).toBe('In stock?');
    await harness.press(TestKey.DOWN_ARROW);
    expect(await harness.chosen()).toBe('What price?');
    await harness.press(TestKey.ENTER);
    expect(runs).toEqual(['price']);
  });

  it('goes round at both ends', async () => {
    const { harness } = await palette();
    await harness.press(TestKey.UP_ARROW);
    expect(await harness.chosen()).toBe('What price?');
    await harness.press(TestKey.DOWN_ARROW);
    expect(await harness.chosen()).toBe('In stock?');
  });

  it('finds accounts while one types, and opens the first on Enter', async () => {
    const { harness, typed, server, fixture } = await palette();
    await typed('pump');
    expect(server.asked('GET')).toEqual(['/api/accounts?q=pump&limit=7']);
    expect(await harness.titles()).toEqual(['Acme Pumps']);
    await harness.press(TestKey.ENTER);
    await settle(fixture);
    expect(TestBed.inject(Router).url).toBe('/accounts/a1');
  });

  it('says that nothing was found', async () => {
    const { harness, typed } = await palette(() => ({ items: [] }));
    await typed('zzz');
    expect(await harness.said()).toBe('Nothing found for “zzz”.');
  });

  it('says that accounts could not be searched, which is not the same', async () => {
    const { harness, typed } = await palette(() => {
      throw NOT_REACHED;
    });
    await typed('pri');
    expect(await harness.said()).toContain('could not be searched');
    expect(await harness.titles()).toEqual(['What price?']);
  });

  it('lists what features find, below accounts and commands, and says who could not be asked', async () => {
    const { harness, typed, fixture } = await palette(() => ({ items: [] }));
    const asked: string[] = [];
    TestBed.inject(SearchRegistry).register((text) => {
      asked.push(text);
      const entry = { id: 'o1', title: '114405', hint: 'Acme', run: () => void runs.push('order') };
      const groups = [
        { title: 'Order · East', entries: [entry] },
        { title: 'Order · West', entries: [], trouble: 'The ERP is not available.' },
      ];
      return of({ groups, searching: false });
    });
    await typed('114405');
    await new Promise((done) => setTimeout(done, SEARCH_PAUSE_MS));
    await settle(fixture);
    expect(asked).toEqual(['114405']);
    expect(await harness.titles()).toEqual(['114405']);
    expect(await harness.said()).toBe('Order · West: The ERP is not available.');
    await harness.press(TestKey.ENTER);
    expect(runs).toEqual(['order']);
  });
});
