import fc from 'fast-check';
import { baseUrlProblem } from './base-url-check';
import { networkOfAddress } from './network-of-host';

describe('baseUrlProblem', () => {
  it.each([
    'https://erp.example.com',
    'https://erp.example.com:7443/infor',
    'http://127.0.0.1:4100',
    'http://localhost:1',
    'http://[::1]:80',
  ])('accepts %s', (url) => {
    expect(baseUrlProblem(url, 'refused')).toBeUndefined();
  });

  it.each([
    ['http://erp.example.com', 'must use https'],
    ['ftp://erp.example.com', 'start with https'],
    ['not a url', 'not a URL'],
    ['https://user:pass@erp.example.com', 'user name or password'],
    ['https://erp.example.com/?a=1', 'before any ?'],
    ['https://169.254.169.254/latest', 'metadata'],
    ['https://metadata.google.internal', 'metadata'],
    ['https://100.100.100.200', 'metadata'],
    ['https://[fd00:ec2::254]', 'metadata'],
    ['https://169.254.7.7', 'link-local'],
    ['https://[fe80::1]', 'link-local'],
    ['https://0.0.0.0', 'link-local'],
    ['https://0x0a000001', 'private network'],
    ['https://2130706433.example', undefined],
    ['https://10.0.0.5', 'private network'],
    ['https://172.20.1.1', 'private network'],
    ['https://192.168.1.20:7443', 'private network'],
    ['https://[fd12::1]', 'private network'],
    ['https://[::ffff:10.0.0.5]', 'private network'],
    ['https://erp', 'private network'],
    ['https://erp.corp', 'private network'],
    ['https://erp.internal.', 'private network'],
  ])('says of %s: %s', (url, problem) => {
    const said = baseUrlProblem(url, 'refused');
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(problem);
  });

  it('lets private networks in where the deployment allows them, metadata never', () => {
    expect(baseUrlProblem('https://10.0.0.5', 'allowed')).toBeUndefined();
    expect(baseUrlProblem('https://169.254.169.254', 'allowed')).toContain('metadata');
    expect(baseUrlProblem('http://10.0.0.5', 'allowed')).toContain('https');
  });

  it('judges an IPv4 address inside IPv6 as the IPv4 address it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(networkOfAddress(`::ffff:${address}`)).toBe(networkOfAddress(address));
      }),
    );
  });
});
