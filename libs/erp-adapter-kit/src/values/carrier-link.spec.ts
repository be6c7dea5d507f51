import { carrierLink } from './carrier-link';

const TEMPLATES = new Map([
  ['UPS', 'https://ups.example/{number}'],
  ['FedEx', 'https://fedex.example/?n={number}&again={number}'],
  ['Odd', 'javascript:alert({number})'],
]);

describe('the tracking page of a number', () => {
  it.each([
    ['UPS Ground', 'https://ups.example/1Z'],
    ['Express by FEDEX', 'https://fedex.example/?n=1Z&again=1Z'],
    ['Cups and more', undefined],
    ['Odd Logistics', undefined],
    [undefined, undefined],
  ])('of %s is %s', (carrier, link) => {
    expect(carrierLink('1Z', [carrier], TEMPLATES)).toBe(link);
  });

  it('of an unknown carrier is the one for any', () => {
    const templates = new Map([...TEMPLATES, ['*', 'https://any.example/{number}']]);
    expect(carrierLink('1Z', [undefined], templates)).toBe('https://any.example/1Z');
    expect(carrierLink('1Z', ['UPS'], templates)).toBe('https://ups.example/1Z');
  });

  it('holds the number percent-encoded', () => {
    expect(carrierLink('a/b?c', ['UPS'], TEMPLATES)).toBe('https://ups.example/a%2Fb%3Fc');
  });
});
