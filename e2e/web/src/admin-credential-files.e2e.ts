import type { Page } from 'playwright-core';
import { Client } from 'pg';
import { type ApiSession, signIn } from '../../../tools/dev/api-session.mts';
import { DEMO_PASSWORD } from '../../../tools/dev/seed-demo.mts';
import {
  type CredentialsSheet,
  type SimulatedSettings,
  simulatedSettings,
} from '../../../tools/dev/simulated-erps.mts';
import { DESKTOP, openBrowser, type OpenedBrowser, PHONE } from './browser/opened-browser';
import { overhear } from './browser/overhear';
import { keepScreenshot } from './browser/screenshots';
import { disconnect } from './product/connected-erps';
import { runningProduct, type RunningProduct } from './product/running-product';
import { selfSigned } from './product/self-signed';
import { ConnectionFormScreen, type FormManifest } from './screens/connection-form';

interface SamlSheet {
  readonly saml: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly issuer: string;
    readonly audience: string;
    readonly user: string;
    readonly signingKey: string;
  };
}

/** SAP signs in by key and certificate, too: the assertion is signed with the one and carries the other. */
function samlSettings(sheet: CredentialsSheet): SimulatedSettings {
  const { saml } = sheet as CredentialsSheet & SamlSheet;
  const { userName: _user, password: _password, ...others } = simulatedSettings('sap-s4hana', sheet);
  return {
    ...others,
    auth: 'oauth2-saml-bearer',
    oauthClientId: saml.clientId,
    oauthClientSecret: saml.clientSecret,
    samlKey: saml.signingKey,
    samlCertificate: selfSigned(saml.signingKey),
    samlIssuer: saml.issuer,
    samlAudience: saml.audience,
    samlNameId: saml.user,
  };
}

interface Wizard {
  readonly erp: string;
  readonly settings: (sheet: CredentialsSheet) => SimulatedSettings;
  /** What is chosen as a file. */
  readonly files: readonly string[];
}

const WIZARDS: readonly Wizard[] = [
  { erp: 'infor-sxe', settings: (sheet) => simulatedSettings('infor-sxe', sheet), files: ['ionapi'] },
  { erp: 'netsuite', settings: (sheet) => simulatedSettings('netsuite', sheet), files: ['privateKey'] },
  { erp: 'sap-s4hana', settings: samlSettings, files: ['samlKey', 'samlCertificate'] },
];

describe('an admin connects an ERP by the files its people hand over', () => {
  let product: RunningProduct;
  let browser: OpenedBrowser;
  let admin: ApiSession;
  let page: Page;
  let manifests: readonly FormManifest[];
  /** Everything the server told the browser. */
  const told: string[] = [];

  beforeAll(async () => {
    product = await runningProduct();
    admin = await signIn(product.url, 'admin@headwater.demo', DEMO_PASSWORD);
    ({ items: manifests } = await admin.get<{ items: readonly FormManifest[] }>('/api/erp/adapters'));
    browser = await openBrowser(product.url);
    page = await browser.page({ email: 'admin@headwater.demo' });
    overhear(page, '/api/erp/', told);
  });

  afterEach(() => expect(browser.complaints()).toEqual([]));
  afterAll(() => browser.close());

  it.each(WIZARDS)('$erp: chosen, tested, saved; sealed, and never seen again', async ({ erp, settings, files }) => {
    const manifest = manifestOf(erp);
    const name = `${manifest.name} by file`;
    const values = settings(await product.simulator(erp).get<CredentialsSheet>('credentials'));
    const form = new ConnectionFormScreen(page, manifest);
    await page.goto('/admin/connections/new');
    await page.getByRole('radio', { name: manifest.name }).check();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await form.fill(values);
    for (const key of files) expect(await form.control(form.fieldOf(key)).inputValue()).toBe(values[key]);
    await keepBoth(`connection-files-${erp}`);
    await passesEveryCheck();
    await press('Save connection');
    await page.getByRole('heading', { level: 1, name: 'Link customers' }).waitFor();
    const id = /connections\/([^/]+)\/customers/.exec(page.url())?.[1] ?? '';
    try {
      await isSealed(id, secretsOf(manifest, values));
      told.length = 0;
      await page.goto(`/admin/connections/${id}`);
      for (const key of files) await isKept(form, key, values[key]);
      await passesEveryCheck();
      const [seen, heard] = [await page.content(), told.join('\n')];
      expect(heard).toContain(name);
      for (const secret of secretsOf(manifest, values)) {
        const isOut = { seen: seen.includes(secret), heard: heard.includes(secret) };
        expect(isOut).toEqual({ seen: false, heard: false });
      }
    } finally {
      await page.goto('/admin/connections');
      await disconnect(admin, id);
    }
  });

  it('netsuite: is told which of its files is not the right one', async () => {
    const manifest = manifestOf('netsuite');
    const form = new ConnectionFormScreen(page, manifest);
    const values = simulatedSettings('netsuite', await product.simulator('netsuite').get('credentials'));
    await page.goto('/admin/connections/new');
    await page.getByRole('radio', { name: manifest.name }).check();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Not for long');
    await form.fill({ ...values, privateKey: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n' });
    await press('Test');
    await page
      .getByText(/not a private key in PEM form/)
      .first()
      .waitFor();
  });

  function manifestOf(erp: string): FormManifest {
    const found = manifests.find(({ id }) => id === erp);
    if (found === undefined) throw new Error(`The product has no adapter ${erp}.`);
    return found;
  }

  function press(name: string): Promise<void> {
    return page.getByRole('button', { name, exact: true }).click();
  }

  async function passesEveryCheck(): Promise<void> {
    await press('Test');
    const outcome = page.locator('hw-verdict-list, hw-problem, hw-field .error').first();
    await outcome.waitFor();
    expect(await outcome.innerText()).toContain('Every check passed.');
  }

  /** A certificate is shown again, a secret is not. */
  async function isKept(form: ConnectionFormScreen, key: string, value: unknown): Promise<void> {
    const field = form.fieldOf(key);
    const control = form.control(field);
    await control.waitFor();
    expect(await control.inputValue()).toBe(field.secret ? '' : String(value).trim());
    if (field.secret) expect(await control.getAttribute('placeholder')).toContain('Stored');
  }

  /** Nothing of the secrets stands in the database as it was typed. */
  async function isSealed(id: string, secrets: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: product.databaseUrl });
    await client.connect();
    try {
      const sealed = await client.query<{ key: string; ciphertext: Uint8Array }>(
        'select key, ciphertext from erp_connection_secret where connection_id = $1',
        [id],
      );
      const open = await client.query('select * from erp_connection where id = $1', [id]);
      expect(sealed.rows.length).toBeGreaterThan(0);
      const atRest = [
        JSON.stringify(open.rows),
        ...sealed.rows.map(({ ciphertext }) => Buffer.from(ciphertext).toString('latin1')),
      ];
      for (const secret of secrets) expect(atRest.some((text) => text.includes(secret))).toBe(false);
    } finally {
      await client.end();
    }
  }

  async function keepBoth(name: string): Promise<void> {
    await keepScreenshot(page, `${name}-1440`);
    await page.setViewportSize(PHONE);
    await keepScreenshot(page, `${name}-390`);
    await page.setViewportSize(DESKTOP);
  }
});

/** The secrets themselves; of keys and files the longest line, which no escaping or folding hides. */
function secretsOf({ settings }: FormManifest, values: SimulatedSettings): readonly string[] {
  const secret = settings.filter((field) => field.secret).map(({ key }) => values[key]);
  const texts = secret.filter((value): value is string => typeof value === 'string');
  return texts.flatMap((text) => (text.startsWith('{') ? ionapiSecrets(text) : longestLine(text)));
}

function ionapiSecrets(text: string): readonly string[] {
  const { cs = '', saak = '', sask = '' } = JSON.parse(text) as Readonly<Record<string, string>>;
  return [cs, saak, sask];
}

function longestLine(text: string): string {
  return text.split('\n').reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}
