import { odataFilter } from '@headwater/erp-adapter-kit';
import fc from 'fast-check';
import { beginsWithText, containsText, holdsText, searchWords } from './wildcards';

/** As Dynamics 365 reads the text of an `eq`. */
function matches(value: string, pattern: string): boolean {
  const source = [...pattern].map((one) =>
    one === '*' ? '.*' : one === '?' ? '.' : one.replace(/[.+^${}()|[\]\\]/, String.raw`\$&`),
  );
  return new RegExp(`^${source.join('')}$`, 'isu').test(value);
}

function patternOf(filter: ReturnType<typeof holdsText>): string {
  return 'value' in filter && 'text' in filter.value ? filter.value.text : '';
}

describe('a search by wildcard', () => {
  it.each([
    ['bearing', "Name eq '*bearing*'"],
    ["O'Neill", "Name eq '*O''Neill*'"],
    ['a*b', "Name eq '*a*b*'"],
    ['*a', "Name eq '*a*'"],
    ['a??b', "Name eq '*a*b*'"],
  ])('for %s asks %s', (text, filter) => {
    expect(odataFilter(holdsText('Name', text), 'v4')).toBe(filter);
  });

  it('anchors a beginning, but not one that is a wildcard itself', () => {
    expect(odataFilter(beginsWithText('Item', 'A/B'), 'v4')).toBe("Item eq 'A/B*'");
    expect(odataFilter(beginsWithText('Item', '*A'), 'v4')).toBe("Item eq '*A*'");
  });

  it('finds at least whatever holds the text as it was typed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ' ', "'"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, (before, typed, after) => {
        const value = `${before}${typed}${after}`;
        expect(containsText(value, typed)).toBe(true);
        expect(matches(value, patternOf(holdsText('Name', typed)))).toBe(true);
        expect(matches(`${typed}${after}`, patternOf(beginsWithText('Name', typed)))).toBe(true);
      }),
    );
  });

  it('for nothing but wildcards is refused: it would find everything', () => {
    expect(() => searchWords('*')).toThrow(expect.objectContaining({ code: 'invalid-request' }));
    expect(() => searchWords('bearing ??')).toThrow('letter or a digit');
    expect(searchWords('  ball  bearing ')).toEqual(['ball', 'bearing']);
  });
});
