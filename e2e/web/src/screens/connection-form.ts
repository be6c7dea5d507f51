import type { Locator, Page } from 'playwright-core';

/** One field of a manifest, as far as filling it in needs it. */
export interface ManifestField {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'url' | 'number' | 'boolean' | 'select' | 'file';
  readonly secret: boolean;
}

export interface FormManifest {
  readonly id: string;
  readonly name: string;
  readonly settings: readonly ManifestField[];
}

/** The form that stands for a manifest, new or saved. */
export class ConnectionFormScreen {
  constructor(
    readonly page: Page,
    readonly manifest: FormManifest,
  ) {}

  async fill(values: Readonly<Record<string, string | number | boolean>>): Promise<void> {
    // What works as it is, is folded away.
    await this.page.locator('hw-connection-form details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    for (const [key, value] of Object.entries(values)) await this.#fillOne(this.fieldOf(key), value);
  }

  fieldOf(key: string): ManifestField {
    const found = this.manifest.settings.find((field) => field.key === key);
    if (found === undefined) throw new Error(`${this.manifest.name} has no setting ${key}.`);
    return found;
  }

  control({ title }: ManifestField): Locator {
    return this.page.getByLabel(title, { exact: true });
  }

  /** Chooses a file as somebody would, by the picker behind the button. */
  async choose(field: ManifestField, content: string): Promise<void> {
    const input = this.page.locator('hw-setting-input').filter({ has: this.control(field) });
    const waiting = this.page.waitForEvent('filechooser');
    await input.getByRole('button', { name: 'Choose a file' }).click();
    const name = `${field.key}.pem`;
    await (await waiting).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await input.getByText(name, { exact: true }).waitFor();
  }

  async #fillOne(field: ManifestField, value: string | number | boolean): Promise<void> {
    if (field.kind === 'file') return this.choose(field, String(value));
    if (field.kind === 'boolean') return this.control(field).setChecked(value === true);
    if (field.kind === 'select') return void (await this.control(field).selectOption(String(value)));
    await this.control(field).fill(String(value));
  }
}
