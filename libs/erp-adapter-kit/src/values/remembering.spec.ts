import { remembering } from './remembering';

describe('a reading that remembers', () => {
  it('reads a text that comes again only once, also one that says nothing', () => {
    const read = jest.fn((text: string) => (text === '' ? undefined : text.length));
    const lengthOf = remembering(read);
    expect(['ab', '', 'abc', 'ab', ''].map((text) => lengthOf(text))).toEqual([2, undefined, 3, 2, undefined]);
    expect(read.mock.calls).toEqual([['ab'], [''], ['abc']]);
  });

  it('refuses each time what it cannot read', () => {
    const same = remembering((text) => {
      if (text === 'x') throw new RangeError('is nothing');
      return text;
    });
    expect(() => same('x')).toThrow(RangeError);
    expect(() => same('x')).toThrow(RangeError);
    expect(same('a')).toBe('a');
  });

  it('stays small, and right, whatever comes', () => {
    const read = jest.fn((text: string) => `read ${text}`);
    const reading = remembering(read);
    const texts = Array.from({ length: 1000 }, (_, index) => String(index));
    expect([...texts, ...texts].map((text) => reading(text))).toEqual(
      [...texts, ...texts].map((text) => `read ${text}`),
    );
    expect(read).toHaveBeenCalledTimes(2000);
  });
});
