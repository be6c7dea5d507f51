import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Control } from './control';
import { Field } from './field';
import { FieldHarness } from './field.harness';

@Component({
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<hw-field label="Name" help="As on the invoice." required [error]="error()"><input hwInput /></hw-field>',
})
class FieldHost {
  readonly error = signal<string | undefined>(undefined);
}

describe('a field', () => {
  it('ties its label, its help and its error to the control', async () => {
    const fixture = TestBed.createComponent(FieldHost);
    const field = await TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness.labelled('Name'));
    const control = await field.control();
    const page = fixture.nativeElement as HTMLElement;

    expect(page.querySelector('label')?.getAttribute('for')).toBe(await control.getAttribute('id'));
    expect(await control.getAttribute('aria-invalid')).toBeNull();

    fixture.componentInstance.error.set('A name must not be blank.');
    expect(await field.error()).toBe('A name must not be blank.');
    expect(await control.getAttribute('aria-invalid')).toBe('true');
    const described = (await control.getAttribute('aria-describedby'))?.split(' ') ?? [];
    expect(described.map((id) => page.querySelector(`#${id}`)?.textContent)).toEqual([
      'A name must not be blank.',
      'As on the invoice.',
    ]);
  });
});
