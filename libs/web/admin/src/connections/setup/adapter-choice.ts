import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { CAPABILITIES, type ErpManifest } from '@headwater/erp-contracts';
import { uniqueId } from '@headwater/web/ui';

/** Which kind of ERP to connect, with what each can answer. */
@Component({
  selector: 'hw-adapter-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './adapter-choice.html',
  styleUrl: './adapter-choice.scss',
})
export class AdapterChoice {
  readonly manifests = input.required<readonly ErpManifest[]>();
  /** Id of the chosen one. */
  readonly chosen = input.required<string | undefined>();
  readonly choose = output<string>();

  protected readonly name = uniqueId('hw-adapter');
  protected readonly offers = computed(() =>
    this.manifests().map((manifest) => ({ manifest, missing: missingOf(manifest) })),
  );
}

/** What an admin should know before choosing: everything it lacks. */
function missingOf({ capabilities }: ErpManifest): string {
  return CAPABILITIES.filter((capability) => !capabilities[capability].supported).join(', ');
}
