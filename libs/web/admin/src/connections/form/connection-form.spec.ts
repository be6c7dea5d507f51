import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CapabilityContract, ErpManifest, SettingField } from '@headwater/erp-contracts';
import { type ErpConnectionSummary, FakeServer, provideDataAccess, settle } from '@headwater/web/data-access';
import { ConnectionForm } from './connection-form';
import { ConnectionFormHarness } from './connection-form.harness';

const setting = (key: string, title: string, more: Partial<SettingField> = {}): SettingField => ({
  key,
  title,
  help: `Help for ${title}.`,
  kind: 'text',
  required: false,
  secret: false,
  order: 1,
  ...more,
});

const offered: CapabilityContract = { supported: true };
const capabilities = {
  customers: offered,
  items: offered,
  orders: offered,
  availability: offered,
  prices: offered,
  shipments: offered,
  invoices: offered,
  credit: offered,
};

const MANIFEST: ErpManifest = {
  id: 'sample-erp',
  name: 'Sample ERP',
  vendor: 'Sample',
  versions: ['1'],
  capabilities,
  settings: [
    setting('company', 'Company', { kind: 'number', required: true, order: 2 }),
    setting('baseUrl', 'Address', { kind: 'url', required: true, order: 1 }),
    setting('secret', 'Secret', { secret: true, required: true, order: 3 }),
    setting('currency', 'Currency', { pattern: '[A-Z]{3}', default: 'USD', example: 'EUR', order: 4 }),
  ],
  limits: { maxConcurrency: 1, timeoutMs: 1000 },
  events: { supported: false, settleMs: 0, notes: '' },
};

const SAVED: ErpConnectionSummary = {
  id: 'c1',
  name: 'East',
  adapter: 'sample-erp',
  adapterName: 'Sample ERP',
  company: '1',
  enabled: true,
  version: 3,
  health: { connectionId: 'c1', state: 'up', since: '', calls: 0, failures: 0, cacheHits: 0, coalesced: 0 },
  capabilities,
  settings: { baseUrl: 'https://erp.example', company: 1, secret: { set: true }, currency: 'USD' },
};

/** Signs in by password or by key; each has settings of its own. */
const CHOOSY: ErpManifest = {
  ...MANIFEST,
  settings: [
    setting('auth', 'Sign-in', { kind: 'select', options: ['basic', 'key'], default: 'basic', order: 1 }),
    setting('password', 'Password', { secret: true, order: 2, onlyWhen: { setting: 'auth', is: ['basic'] } }),
    setting('key', 'Key', { kind: 'file', secret: true, order: 3, onlyWhen: { setting: 'auth', is: ['key'] } }),
  ],
};

async function connectionForm(connection?: ErpConnectionSummary, manifest = MANIFEST) {
  const server = new FakeServer();
  TestBed.configureTestingModule({ providers: [provideDataAccess(), server.provider(), provideRouter([])] });
  const fixture = TestBed.createComponent(ConnectionForm);
  fixture.componentRef.setInput('manifest', manifest);
  fixture.componentRef.setInput('connection', connection);
  const saved: ErpConnectionSummary[] = [];
  fixture.componentInstance.saved.subscribe((result) => saved.push(result));
  const form = await TestbedHarnessEnvironment.harnessForFixture(fixture, ConnectionFormHarness);
  const type = async (label: string, text: string) => (await form.field(label)).type(text);
  const give = (other: ErpConnectionSummary) => fixture.componentRef.setInput('connection', other);
  return { form, type, give, server, saved, settle: () => settle(fixture) };
}

/** What was scrolled to; jsdom has no layout to scroll. */
const brought: Element[] = [];
beforeEach(() => {
  brought.length = 0;
  Element.prototype.scrollIntoView = function (this: Element) {
    brought.push(this);
  };
});

describe('the form of a connection', () => {
  it('is the one the manifest describes, in its order', async () => {
    const { form } = await connectionForm();
    expect(await form.labels()).toEqual(['Name', 'Address', 'Company', 'Secret', 'Currency']);
    expect(await (await form.field('Currency')).help()).toBe('Help for Currency.');
    expect(await (await form.field('Currency')).value()).toBe('USD');
  });

  it('says at the fields what is wrong, opens what was folded away, and asks nobody', async () => {
    const { form, type, server } = await connectionForm();
    await type('Address', 'erp.example');
    await type('Company', 'one');
    await type('Currency', 'dollars');
    await form.save();
    expect(await (await form.field('Name')).error()).toBe('Give the connection a name.');
    expect(await (await form.field('Address')).error()).toBe('Address must be an http or https address.');
    expect(await (await form.field('Company')).error()).toBe('Company must be a number.');
    expect(await (await form.field('Secret')).error()).toBe('Secret is required.');
    expect(await (await form.field('Currency')).error()).toContain('for example EUR');
    expect(await form.showsFineTuning()).toBe(true);
    expect(server.requests).toEqual([]);
  });

  it('creates a connection with its settings as the manifest types them', async () => {
    const { form, type, server, saved, settle: settled } = await connectionForm();
    server.answer('POST /api/erp/connections', () => SAVED);
    await type('Name', 'East');
    await type('Address', 'https://erp.example');
    await type('Company', '1');
    await type('Secret', 'k3y');
    await form.save();
    await settled();
    expect(server.requests[0]?.body).toEqual({
      name: 'East',
      adapter: 'sample-erp',
      settings: { baseUrl: 'https://erp.example', company: 1, secret: 'k3y', currency: 'USD' },
    });
    expect(saved).toEqual([SAVED]);
  });

  it('asks for what the chosen sign-in needs, and sends nothing of the other', async () => {
    const { form, type, server, settle: settled } = await connectionForm(undefined, CHOOSY);
    server.answer('POST /api/erp/connections', () => SAVED);
    await type('Name', 'East');
    expect(await form.labels()).toEqual(['Name', 'Sign-in', 'Password']);
    await type('Password', 'forgotten');
    await form.choose('Sign-in', 'key');
    expect(await form.labels()).toEqual(['Name', 'Sign-in', 'Key']);
    await type('Key', '-----BEGIN PRIVATE KEY-----');
    await form.save();
    await settled();
    expect(server.requests[0]?.body).toMatchObject({ settings: { auth: 'key', key: '-----BEGIN PRIVATE KEY-----' } });
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain('forgotten');
  });

  it('never shows a stored secret, and keeps it when its field stays empty', async () => {
    const { form, server, settle: settled } = await connectionForm(SAVED);
    server.answer('PATCH /api/erp/connections/c1', () => SAVED);
    const secret = await form.field('Secret');
    expect(await secret.value()).toBe('');
    expect(await (await secret.control()).getAttribute('placeholder')).toContain('Stored');
    await form.save();
    await settled();
    expect(server.requests[0]?.body).toEqual({
      name: 'East',
      settings: { baseUrl: 'https://erp.example', company: 1, currency: 'USD' },
    });
  });

  it('keeps what is typed while the health of the connection is read anew, until it is saved', async () => {
    const { form, type, give, settle: settled } = await connectionForm(SAVED);
    await type('Name', 'Eastern');
    give({ ...SAVED, health: { ...SAVED.health, calls: 7 } });
    await settled();
    expect(await (await form.field('Name')).value()).toBe('Eastern');
    give({ ...SAVED, name: 'East coast', version: 4 });
    await settled();
    expect(await (await form.field('Name')).value()).toBe('East coast');
  });

  it('brings the verdicts into sight, and the first wrong field under the cursor', async () => {
    const { form, type, server, settle: settled } = await connectionForm(SAVED);
    server.answer('POST /api/erp/connections/c1/test', () => ({ verdicts: [] }));
    await form.test();
    await settled();
    expect(brought.map(({ localName }) => localName)).toEqual(['hw-verdict-list']);
    await type('Address', 'erp.example');
    await form.save();
    await settled();
    const address = await (await form.field('Address')).control();
    expect(await address.isFocused()).toBe(true);
  });

  it('tests what is typed without saving it, and shows each verdict', async () => {
    const { form, type, server, saved, settle: settled } = await connectionForm(SAVED);
    const verdict = { check: 'credentials', ok: false, detail: 'Refused.', fix: 'Ask for a new key.' };
    server.answer('POST /api/erp/connections/c1/test', () => ({ verdicts: [verdict] }));
    await type('Secret', 'other');
    await form.test();
    await settled();
    expect(server.requests[0]?.body).toMatchObject({ settings: { secret: 'other' } });
    expect(await (await form.verdicts())?.summary()).toBe('1 of 1 checks failed.');
    expect(await (await form.verdicts())?.fixes()).toEqual(['Ask for a new key.']);
    expect(saved).toEqual([]);
  });

  it('shows where the server found a setting wrong, and stays', async () => {
    const { form, server, saved, settle: settled } = await connectionForm(SAVED);
    const errors = [{ field: 'settings.baseUrl', message: 'This network is not allowed.' }];
    server.answer('PATCH /api/erp/connections/c1', () => {
      throw { type: 'urn:x', title: 'Not valid', status: 422, code: 'invalid-request', errors };
    });
    await form.save();
    await settled();
    expect(await (await form.field('Address')).error()).toBe('This network is not allowed.');
    expect(await (await form.problem())?.title()).toBe('Not valid');
    expect(saved).toEqual([]);
  });
});
