import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Toasts } from './toasts';

@Component({ template: '' })
class Page {}

describe('a toast', () => {
  it('is read out politely', async () => {
    const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
    TestBed.inject(Toasts).show('Account created');
    const toast = await loader.getHarness(MatSnackBarHarness);
    expect(await toast.getMessage()).toBe('Account created');
    expect(await toast.getAriaLive()).toBe('polite');
  });

  it('can offer something to do', async () => {
    const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
    let undone = false;
    TestBed.inject(Toasts).offer('Connection deleted', { title: 'Undo', run: () => (undone = true) });
    await (await loader.getHarness(MatSnackBarHarness)).dismissWithAction();
    expect(undone).toBe(true);
  });
});
