import { ErpError } from '@headwater/erp-contracts';
import { EPICOR_P21_MANIFEST } from '../epicor-p21.manifest';
import { p21Settings } from '../testing/p21-settings';
import { epicorP21Settings } from './epicor-p21.settings';

function settings(overrides: Readonly<Record<string, string | number>> = {}, origin = 'https://p21.example/') {
  return epicorP21Settings(p21Settings(origin, overrides), EPICOR_P21_MANIFEST, 'refused');
}

function refusal(overrides: Readonly<Record<string, string | number>>, origin?: string): string {
  try {
    settings(overrides, origin);
  } catch (error) {
    if (error instanceof ErpError) return `${error.code}: ${error.message}`;
  }
  return 'none';
}

describe('the settings of a connection to Prophet 21', () => {
  it('put addresses together whatever slashes they are given with', () => {
    expect(settings({ odataPath: '/uiserver0/odataservice/odata/' })).toMatchObject({
      baseUrl: 'https://p21.example',
      odataUrl: 'https://p21.example/uiserver0/odataservice/odata',
      priceUrl: 'https://p21.example/api/inventory/parts/prices',
    });
  });

  it('take other tables, other columns, and switch off what is optional', () => {
    const { sources, columns } = settings({
      sources: 'orders.headers=table/oe_hdr\nitems.units=off',
      columns: 'customers.list.currency_id=ud_currency',
    });
    expect(sources).toMatchObject({ 'orders.headers': 'table/oe_hdr', 'items.units': 'off' });
    expect(columns.get('customers.list.currency_id')).toBe('ud_currency');
  });

  it.each([
    [{ sources: 'orders.headers=off' }, 'orders.headers must be table/name'],
    [{ sources: 'orders.headers=table/../x' }, 'orders.headers must be table/name'],
    [{ sources: 'nothing=table/x' }, 'there is no purpose nothing'],
    [{ columns: 'orders.headers.po_no=po no' }, 'not given the name of a column'],
    [{ columns: 'po_no=po' }, 'does not begin with a purpose'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ creditHold: 'a b=Y' }, 'each line begins with a column'],
    [{ sweepKinds: 'orders,weather' }, 'there is no weather'],
    [{ balanceTolerance: 'x' }, 'balanceTolerance'],
    [{ password: '' }, 'password'],
    [{ signIn: 'consumer-key' }, 'consumerKey'],
    [{ signIn: 'consumer-key', consumerKey: 'k', tokenVersion: 'v1' }, 'needs token version v2'],
    [{ companyId: ' ' }, 'companyId'],
    [{ salesLocation: '' }, 'salesLocation'],
    [{ maxConcurrency: 0 }, 'maxConcurrency'],
  ])('refuse %j by name', (overrides, words) => {
    expect(refusal(overrides as Readonly<Record<string, string | number>>)).toMatch(/^invalid-request: /);
    expect(refusal(overrides as Readonly<Record<string, string | number>>)).toContain(words);
  });

  it.each(['http://p21.example', 'https://169.254.169.254', 'not a url'])('refuse the address %s', (origin) => {
    expect(refusal({}, origin)).toContain('baseUrl: ');
  });
});
