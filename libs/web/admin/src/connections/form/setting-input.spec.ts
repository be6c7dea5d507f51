import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { FormControl } from '@angular/forms';
import type { SettingField } from '@headwater/erp-contracts';
import { Toasts } from '@headwater/web/ui';
import { SettingInput } from './setting-input';
import { SettingInputHarness } from './setting-input.harness';

const KEY_FILE: SettingField = {
  key: 'privateKey',
  title: 'Private key (PEM)',
  help: 'Without a passphrase.',
  kind: 'file',
  required: true,
  secret: true,
  order: 1,
};
const PEM = '-----BEGIN PRIVATE KEY-----\nMIIB+/=\n-----END PRIVATE KEY-----\n';

async function settingInput(inputs: { readonly field?: Partial<SettingField>; readonly isStored?: boolean } = {}) {
  const said: string[] = [];
  TestBed.configureTestingModule({
    providers: [{ provide: Toasts, useValue: { show: (text: string) => said.push(text) } }],
  });
  const fixture = TestBed.createComponent(SettingInput);
  const control = new FormControl<string | boolean>('', { nonNullable: true });
  fixture.componentRef.setInput('field', { ...KEY_FILE, ...inputs.field });
  fixture.componentRef.setInput('control', control);
  fixture.componentRef.setInput('isStored', inputs.isStored ?? false);
  const input = await TestbedHarnessEnvironment.harnessForFixture(fixture, SettingInputHarness);
  const choose = async (name: string, content: string | Uint8Array): Promise<void> => {
    const picker = TestbedHarnessEnvironment.getNativeElement(await input.picker()) as HTMLInputElement;
    // Only the browser itself may fill a file picker, and the files of jsdom cannot be read.
    Object.defineProperty(picker, 'files', { value: [chosenFile(name, content)], configurable: true });
    await (await input.picker()).dispatchEvent('change');
    await fixture.whenStable();
  };
  return { input, control, choose, said };
}

/** A file as the form reads it: bytes that are no UTF-8 become what they become in a browser. */
function chosenFile(name: string, content: string | Uint8Array): Pick<File, 'name' | 'size' | 'text'> {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return { name, size: content.length, text: () => Promise.resolve(text) };
}

describe('a setting that is a file', () => {
  it('takes over what a chosen file holds, line by line, and says which file it was', async () => {
    const { input, control, choose, said } = await settingInput();
    await choose('headwater.pem', PEM);
    expect(control.value).toBe(PEM);
    expect(control.dirty).toBe(true);
    expect(await input.fileName()).toBe('headwater.pem');
    expect(said).toEqual([]);
  });

  it('conceals a secret while it is typed or chosen, and nothing else', async () => {
    const { input } = await settingInput();
    expect(await input.isConcealed()).toBe(true);
    TestBed.resetTestingModule();
    const certificate = await settingInput({ field: { secret: false } });
    expect(await certificate.input.isConcealed()).toBe(false);
  });

  it('shows of a stored secret only that there is one', async () => {
    const { input } = await settingInput({ isStored: true });
    expect(await input.value()).toBe('');
    expect(await input.placeholder()).toBe('Stored. Leave empty to keep it.');
  });

  it.each<readonly [name: string, content: string | Uint8Array, reason: string]>([
    ['keys.pfx', Uint8Array.of(0x30, 0x82, 0x0a, 0x00, 0xff), 'is not a text file'],
    ['certificate.der', Uint8Array.of(0x30, 0x82, 0xc3, 0x28), 'is not a text file'],
    ['backup.zip', 'x'.repeat(100_001), 'is too large'],
  ])('refuses %s with the reason, and keeps what it held', async (name, content, reason) => {
    const { input, control, choose, said } = await settingInput();
    await choose('headwater.pem', PEM);
    await choose(name, content);
    expect(control.value).toBe(PEM);
    expect(await input.fileName()).toBe('headwater.pem');
    expect(said).toEqual([expect.stringContaining(`${name} ${reason}`)]);
  });
});
