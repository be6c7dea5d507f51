import { Clipboard } from '@angular/cdk/clipboard';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { CopyButton } from './copy-button';
import { CopyButtonHarness } from './copy-button.harness';

class FakeClipboard {
  readonly copied: string[] = [];
  allowed = true;

  copy(text: string): boolean {
    if (this.allowed) this.copied.push(text);
    return this.allowed;
  }
}

async function copyButton(clipboard: FakeClipboard) {
  TestBed.configureTestingModule({ providers: [{ provide: Clipboard, useValue: clipboard }] });
  const fixture = TestBed.createComponent(CopyButton);
  fixture.componentRef.setInput('text', () => '12 EA as of 09:14');
  return TestbedHarnessEnvironment.harnessForFixture(fixture, CopyButtonHarness);
}

describe('a copy button', () => {
  it('copies the text as it is at that moment and says that it did', async () => {
    const clipboard = new FakeClipboard();
    const button = await copyButton(clipboard);
    await button.copy();
    expect(clipboard.copied).toEqual(['12 EA as of 09:14']);
    expect(await button.outcome()).toBe('copied');
  });

  it('does not claim to have copied when the browser refuses', async () => {
    const clipboard = new FakeClipboard();
    clipboard.allowed = false;
    const button = await copyButton(clipboard);
    await button.copy();
    expect(await button.outcome()).toBe('refused');
  });
});
