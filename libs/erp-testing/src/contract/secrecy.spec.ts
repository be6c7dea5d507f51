import { leaksIn } from './secrecy';

describe('leaksIn', () => {
  const secret = 'pa#ss~word/1';

  it.each([
    ['a message', new Error(`refused ${secret}`)],
    ['a cause', new Error('refused', { cause: { headers: { authorization: secret } } })],
    ['a cause of a cause', new Error('a', { cause: new Error('b', { cause: secret }) })],
    ['a hidden property', Object.defineProperty(new Error('a'), 'request', { value: { secret }, enumerable: false })],
    ['a percent-encoded address', new Error(`https://erp.example/?p=${encodeURIComponent(secret)}`)],
    ['a base64 header', { header: Buffer.from(secret).toString('base64') }],
    ['a map', new Map([['token', secret]])],
  ])('finds a secret in %s', (_, value) => {
    expect(leaksIn(value, ['other', secret])).toEqual(['secret number 2 shows']);
  });

  it('finds nothing where nothing is', () => {
    expect(leaksIn(new Error('refused', { cause: { code: 'ECONNREFUSED' } }), [secret])).toEqual([]);
  });

  it('does not repeat the secret in what it says', () => {
    expect(leaksIn(secret, [secret]).join()).not.toContain(secret);
  });
});
