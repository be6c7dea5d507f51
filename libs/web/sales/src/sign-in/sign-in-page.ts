import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { SignInBody } from '@headwater/configuration';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { problemOf, safeReturnUrl, SessionApi } from '@headwater/web/data-access';
import { Control, Field, Problem } from '@headwater/web/ui';
import { bodyErrors, type FieldMessages } from '../forms/body-errors';
import { CONTOURS } from './contours';

@Component({
  selector: 'hw-sign-in-page',
  imports: [Control, Field, MatButton, Problem, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  readonly #session = inject(SessionApi);
  readonly #router = inject(Router);

  /** Where the user wanted to go. */
  readonly returnUrl = input<string>();

  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  protected readonly contours = CONTOURS;
  protected readonly form = inject(NonNullableFormBuilder).group({ email: '', password: '' });
  protected readonly messages = signal<FieldMessages>({});
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly signingIn = signal(false);
  protected readonly refused = computed(() => this.problem()?.code === 'unauthorized');

  constructor() {
    // There is one thing to do on this page.
    afterNextRender(() => this.email().nativeElement.focus());
  }

  protected async signIn(): Promise<void> {
    const credentials = this.form.getRawValue();
    this.messages.set(bodyErrors(SignInBody, credentials));
    this.problem.set(undefined);
    if (Object.keys(this.messages()).length > 0 || this.signingIn()) return;
    this.signingIn.set(true);
    try {
      await this.#session.signIn(credentials);
      await this.#router.navigateByUrl(safeReturnUrl(this.returnUrl()));
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.signingIn.set(false);
    }
  }
}
