import { createCookieJar } from './cookie-jar';

function jarWith(...setCookies: readonly string[]): string | undefined {
  const jar = createCookieJar();
  jar.take(setCookies);
  return jar.header();
}

describe('the cookies of a session', () => {
  it('go back by name and value alone, the last of a name', () => {
    expect(
      jarWith(
        'SAP_SESSIONID_ABC_100=a%2d1; path=/; secure; HttpOnly',
        'sap-usercontext=sap-client=100; path=/',
        'SAP_SESSIONID_ABC_100=b; expires=Mon, 23-Nov-2026 10:00:00 GMT',
      ),
    ).toBe('SAP_SESSIONID_ABC_100=b; sap-usercontext=sap-client=100');
  });

  it.each([
    ['MYSAPSSO2=deleted; max-age=0'],
    ['MYSAPSSO2=; path=/'],
    ['MYSAPSSO2=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT'],
  ])('end with %s', (end) => {
    expect(jarWith('MYSAPSSO2=x', end)).toBeUndefined();
  });

  it.each(['', '=x', 'nothing', `a=${'x'.repeat(5_000)}`, 'a=b\r\nx: y'])('are none with %j', (text) => {
    expect(jarWith(text)).toBeUndefined();
  });

  it('are bounded, and forgotten together', () => {
    const jar = createCookieJar();
    jar.take(Array.from({ length: 80 }, (_, index) => `c${String(index)}=1`));
    expect(jar.header()?.split('; ')).toHaveLength(50);
    jar.clear();
    expect(jar.header()).toBeUndefined();
  });
});
