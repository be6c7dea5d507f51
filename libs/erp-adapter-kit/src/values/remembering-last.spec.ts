import { rememberingLast } from './remembering-last';

describe('a reading that remembers the last text', () => {
  it('reads a text that comes again only once', () => {
    const read = jest.fn((text: string) => text.length);
    const remembering = rememberingLast(read);
    expect(['ab', 'ab', 'abc', 'ab'].map((text) => remembering(text))).toEqual([2, 2, 3, 2]);
    expect(read.mock.calls).toEqual([['ab'], ['abc'], ['ab']]);
  });

  it('refuses each time what it cannot read', () => {
    const remembering = rememberingLast((text) => {
      if (text === 'x') throw new RangeError('is nothing');
      return text;
    });
    expect(remembering('a')).toBe('a');
    expect(() => remembering('x')).toThrow(RangeError);
    expect(() => remembering('x')).toThrow(RangeError);
    expect(remembering('a')).toBe('a');
  });
});
