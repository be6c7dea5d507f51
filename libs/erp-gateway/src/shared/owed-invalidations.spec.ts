import { OwedInvalidations } from './owed-invalidations';

describe('owed invalidations', () => {
  it('are handed over once, hard ones and soft ones apart', () => {
    const owed = new OwedInvalidations(10);
    owed.add({ kind: 'soft', tags: ['a', 'b'] });
    owed.add({ kind: 'hard', tags: ['c'] });
    expect(owed.isEmpty).toBe(false);
    expect(owed.take()).toEqual([
      { kind: 'hard', tags: ['c'] },
      { kind: 'soft', tags: ['a', 'b'] },
    ]);
    expect(owed.isEmpty).toBe(true);
  });

  it('stay hard where a tag was invalidated both ways', () => {
    for (const kinds of [
      ['soft', 'hard'],
      ['hard', 'soft'],
    ] as const) {
      const owed = new OwedInvalidations(10);
      for (const kind of kinds) owed.add({ kind, tags: ['a'] });
      expect(owed.take()).toEqual([{ kind: 'hard', tags: ['a'] }]);
    }
  });

  it('become one invalidation of everything where there are too many', () => {
    const owed = new OwedInvalidations(2);
    owed.add({ kind: 'hard', tags: ['a'] });
    owed.add({ kind: 'soft', tags: ['b', 'c'] });
    expect(owed.take()).toEqual([{ kind: 'hard', all: true, tags: [] }]);
  });
});
