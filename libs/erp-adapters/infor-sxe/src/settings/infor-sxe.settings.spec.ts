import { checkSettings, ErpError } from '@headwater/erp-contracts';
import { INFOR_SXE_MANIFEST } from '../infor-sxe.manifest';
import { sxeSettings } from '../testing/sxe-settings';
import { DEFAULT_CALLS, isReadCall } from './calls';
import { inforSxeSettings } from './infor-sxe.settings';

const ORIGIN = 'https://mingle-ionapi.example';

function refusalOf(overrides: Readonly<Record<string, string | number | boolean>>): string {
  try {
    inforSxeSettings(sxeSettings(ORIGIN, overrides), INFOR_SXE_MANIFEST, 'refused');
  } catch (error) {
    if (error instanceof ErpError && error.code === 'invalid-request') return error.message;
  }
  return 'accepted';
}

const IONAPI = JSON.stringify({
  ti: 'ACME_PRD',
  cn: 'Headwater',
  ci: 'ACME_PRD~x',
  cs: 'secret',
  iu: ORIGIN,
  pu: 'https://mingle-sso.example:443/ACME_PRD/as/',
  oa: 'authorization.oauth2',
  ot: 'token.oauth2',
  or: 'revoke_token.oauth2',
  saak: 'ACME_PRD#key',
  sask: 'sask',
});

describe('the settings of a connection', () => {
  it('pass the check of the form, with defaults filled in', () => {
    const { errors, values } = checkSettings(INFOR_SXE_MANIFEST, sxeSettings(ORIGIN));
    expect(errors).toEqual([]);
    expect(values).toMatchObject({ apiPath: 'web', fetchBatchSize: 1000, slashDates: 'month-first' });
  });

  it('take everything from a pasted .ionapi file', () => {
    const settings = inforSxeSettings({ ionapi: IONAPI, companyNumber: 1 }, INFOR_SXE_MANIFEST, 'refused');
    expect(settings.tokenUrl).toBe(
      'https://mingle-sso.example/ACME_PRD/as/token.oauth2'.replace('.example/', '.example:443/'),
    );
    expect(settings.callUrl('orders.list')).toBe(`${ORIGIN}/ACME_PRD/SX/web/sxapirestservice/sxapioegetlistofordersv5`);
    expect(settings.fetchWhereUrl).toBe(`${ORIGIN}/ACME_PRD/SX/rest/serviceinterface/proxy/FetchWhere`);
  });

  it('let single fields win over the file', () => {
    const settings = inforSxeSettings(
      { ionapi: IONAPI, ti: 'ACME_TRN', companyNumber: 1, apiPath: 'rest' },
      INFOR_SXE_MANIFEST,
      'refused',
    );
    expect(settings.callUrl('orders.list')).toContain('/ACME_TRN/SX/rest/sxapirestservice/');
  });

  it('map calls to the versions a site has, in lower case', () => {
    const calls = 'prices.quote=sxapiOEPricingMultipleV4\norders.list=sxapioegetlistofordersv4';
    const settings = inforSxeSettings(sxeSettings(ORIGIN, { calls }), INFOR_SXE_MANIFEST, 'refused');
    expect(settings.callUrl('prices.quote')).toMatch(/\/sxapioepricingmultiplev4$/);
    expect(settings.callUrl('orders.list')).toMatch(/\/sxapioegetlistofordersv4$/);
    expect(settings.callUrl('orders.single')).toMatch(/\/sxapioegetsingleorderv3$/);
  });

  it.each([
    [{ cs: '' }, 'missing: cs'],
    [{ ionapi: '{' }, '.ionapi'],
    [{ ti: '../evil' }, 'ti:'],
    [{ iu: 'http://erp.example.com' }, 'iu: The address must use https'],
    [{ iu: 'https://10.1.1.1' }, 'iu: The address is in a private network'],
    [{ pu: 'https://169.254.169.254' }, 'pu: The address is a cloud metadata service'],
    [{ companyNumber: 0 }, 'companyNumber'],
    [{ timeoutMs: 1.5 }, 'timeoutMs'],
    [{ apiPath: 'soap' }, 'apiPath'],
    [{ calls: 'orders.remove=sxapioex' }, 'no purpose orders.remove'],
    [{ calls: 'orders.list=sxapioefullordermntv6' }, 'not known to only read'],
    [{ calls: 'orders.single=sxapisfoeordertotloadv4' }, 'not known to only read'],
    [{ calls: 'orders.list=../../other' }, 'not known to only read'],
  ])('refuse %j', (overrides, message) => {
    expect(refusalOf(overrides)).toContain(message);
  });

  it('let an ERP in a private network in where the deployment does', () => {
    const settings = sxeSettings('https://10.1.1.1');
    expect(inforSxeSettings(settings, INFOR_SXE_MANIFEST, 'allowed').company).toBe(1);
  });

  it('say nothing secret when they refuse', () => {
    expect(refusalOf({ ionapi: '{"cs": "very-secret"' })).not.toContain('very-secret');
  });
});

describe('read calls', () => {
  it.each(Object.values(DEFAULT_CALLS))('include %s', (name) => {
    expect(isReadCall(name)).toBe(true);
  });

  it.each(['sxapioefullordermntv6', 'sxapisasubmitreportv2', 'sxapisfoeordertotloadv4', 'sxapiargetcustomermnt', 'x'])(
    'exclude %s',
    (name) => {
      expect(isReadCall(name)).toBe(false);
    },
  );
});
