import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, FormRecord, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  checkSettings,
  isAskedFor,
  type ErpManifest,
  type ProbeVerdict,
  type SettingField,
} from '@headwater/erp-contracts';
import type { Problem as ProblemDocument } from '@headwater/kernel';
import { ConnectionsApi, type ErpConnectionSummary, problemOf } from '@headwater/web/data-access';
import { Control, Field, Problem } from '@headwater/web/ui';
import { switchMap } from 'rxjs';
import { VerdictList } from '../test/verdict-list';
import { rawValues, storedSecrets, typedSettings } from './setting-control';
import { SettingInput } from './setting-input';
import { settingSections } from './setting-sections';

type Messages = Readonly<Record<string, string>>;

/** The form of one connection, built from the manifest of its adapter: test it, then save it. */
@Component({
  selector: 'hw-connection-form',
  imports: [Control, Field, MatButton, Problem, ReactiveFormsModule, SettingInput, VerdictList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './connection-form.html',
  styleUrl: './connection-form.scss',
})
export class ConnectionForm {
  readonly #api = inject(ConnectionsApi);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  readonly manifest = input.required<ErpManifest>();
  /** The saved connection; a new one where absent. */
  readonly connection = input<ErpConnectionSummary>();
  readonly saved = output<ErpConnectionSummary>();

  protected readonly sections = computed(() => settingSections(this.manifest().settings));
  protected readonly stored = computed(() => storedSecrets(this.connection()?.settings));
  /** What the form was filled from. Its health is read anew all the time; that must not undo what somebody types. */
  readonly #filledFrom = computed(() => ({ manifest: this.manifest(), connection: this.connection() }), {
    equal: (left, right) => left.manifest.id === right.manifest.id && isSameState(left.connection, right.connection),
  });
  protected readonly form = linkedSignal({
    source: this.#filledFrom,
    computation: ({ manifest, connection }) => formOf(manifest, connection),
  });
  /** Tells that something was typed; the values are the form's. */
  readonly #typed = toSignal(toObservable(this.form).pipe(switchMap(({ controls }) => controls.settings.valueChanges)));
  protected readonly messages = signal<Messages>({});
  protected readonly problem = signal<ProblemDocument | undefined>(undefined);
  protected readonly verdicts = signal<readonly ProbeVerdict[] | undefined>(undefined);
  protected readonly busy = signal<'testing' | 'saving' | undefined>(undefined);
  /** A wrong field among the fine ones must be seen. */
  protected readonly fineIsOpen = computed(() => this.sections().fine.some(({ key }) => key in this.messages()));

  protected controlOf({ key }: SettingField): FormControl<string | boolean> {
    const control = this.form().controls.settings.controls[key];
    if (control === undefined) throw new Error(`The form has no field for the setting ${key}.`);
    return control;
  }

  /** A choice such as the sign-in decides which fields there are. */
  protected isAsked(field: SettingField): boolean {
    this.#typed();
    return isAskedFor(field, this.form().controls.settings.getRawValue());
  }

  protected async test(): Promise<void> {
    this.verdicts.set(undefined);
    const settings = this.#checked();
    if (settings === undefined) return this.#show('[aria-invalid]');
    const connection = this.connection();
    await this.#while('testing', async () => {
      this.verdicts.set(
        connection === undefined
          ? await this.#api.testUnsaved({ adapter: this.manifest().id, settings })
          : await this.#api.test(connection.id, { settings }),
      );
      this.#show('hw-verdict-list');
    });
  }

  protected async save(): Promise<void> {
    const settings = this.#checked();
    const name = this.form().controls.name.value.trim();
    if (name === '') this.messages.update((before) => ({ ...before, name: 'Give the connection a name.' }));
    if (settings === undefined || name === '') return this.#show('[aria-invalid]');
    const connection = this.connection();
    await this.#while('saving', async () => {
      this.saved.emit(
        connection === undefined
          ? await this.#api.create({ name, adapter: this.manifest().id, settings })
          : await this.#api.update(connection, { name, settings }),
      );
    });
  }

  /** The settings by the rules the API checks, or undefined with the messages at their fields. */
  #checked() {
    const asked = this.manifest().settings.filter((field) => this.isAsked(field));
    const given = typedSettings(asked, this.form().controls.settings.getRawValue());
    const { errors } = checkSettings(this.manifest(), given, this.stored());
    this.messages.set(messagesOf(errors));
    return errors.length === 0 ? given : undefined;
  }

  async #while(what: 'testing' | 'saving', run: () => Promise<void>): Promise<void> {
    if (this.busy() !== undefined) return;
    this.busy.set(what);
    this.problem.set(undefined);
    try {
      await run();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.messages.set(messagesOf(problem.errors ?? []));
      this.problem.set(problem);
      this.#show('[aria-invalid], hw-problem');
    } finally {
      this.busy.set(undefined);
    }
  }

  /** The buttons stay in sight while the form scrolls, so what they led to has to be brought there. */
  #show(selector: string): void {
    const bring = (): void => {
      const found = this.#host.nativeElement.querySelector<HTMLElement>(selector);
      found?.scrollIntoView({ block: 'nearest' });
      if (found?.matches('.hw-input')) found.focus();
    };
    afterNextRender({ read: bring }, { injector: this.#injector });
  }
}

function isSameState(left: ErpConnectionSummary | undefined, right: ErpConnectionSummary | undefined): boolean {
  return left?.id === right?.id && left?.version === right?.version;
}

function formOf(manifest: ErpManifest, connection: ErpConnectionSummary | undefined) {
  const controls = Object.entries(rawValues(manifest.settings, connection?.settings)).map(
    ([key, value]) => [key, new FormControl(value, { nonNullable: true })] as const,
  );
  return new FormGroup({
    name: new FormControl(connection?.name ?? '', { nonNullable: true }),
    settings: new FormRecord<FormControl<string | boolean>>(Object.fromEntries(controls)),
  });
}

/** Messages by setting; the API names a setting `settings.baseUrl`. */
function messagesOf(errors: readonly { readonly field: string; readonly message: string }[]): Messages {
  return Object.fromEntries(errors.map(({ field, message }) => [field.replace(/^settings\./, ''), message]));
}
