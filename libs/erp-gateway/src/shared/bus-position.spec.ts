import { BusPosition } from './bus-position';

function joined(sequence = 10, hard = 4): BusPosition {
  const position = new BusPosition();
  position.join({ epoch: 'e1', sequence, hard });
  return position;
}

describe('the position on the bus', () => {
  it('assumes that everything was missed before the first joining', () => {
    expect(new BusPosition().join({ epoch: 'e1', sequence: 10, hard: 4 })).toBe('hard');
  });

  it('moves with every message that follows on the last', () => {
    const position = joined();
    expect([position.take('e1', 11), position.take('e1', 12)]).toEqual(['next', 'next']);
    expect(position.applied).toBe(12);
  });

  it('knows a message that came before', () => {
    expect(joined().take('e1', 10)).toBe('known');
  });

  it('is unsure after a gap, and after a message of another epoch', () => {
    for (const [epoch, sequence] of [
      ['e1', 13],
      ['e2', 1],
    ] as const) {
      const position = joined();
      expect(position.take(epoch, sequence)).toBe('gap');
      expect(position.isUnsure).toBe(true);
      expect(position.applied).toBe(10);
    }
  });

  it('missed nothing where no number was given meanwhile', () => {
    expect(joined().join({ epoch: 'e1', sequence: 10, hard: 4 })).toBeUndefined();
  });

  it('missed soft ones where the latest hard one had been applied', () => {
    expect(joined().join({ epoch: 'e1', sequence: 12, hard: 4 })).toBe('soft');
  });

  it('missed a hard one where the latest came after', () => {
    expect(joined().join({ epoch: 'e1', sequence: 12, hard: 11 })).toBe('hard');
  });

  it('missed everything where the epoch is another', () => {
    expect(joined().join({ epoch: 'e2', sequence: 0, hard: 0 })).toBe('hard');
  });

  it('goes on from what it heard while it was joining', () => {
    const position = joined();
    position.take('e1', 12);
    position.take('e1', 13);
    position.join({ epoch: 'e1', sequence: 12, hard: 4 });
    expect(position.applied).toBe(13);
    expect(position.isUnsure).toBe(false);
  });

  it('stays unsure where a message is still ahead of a gap', () => {
    const position = joined();
    position.take('e1', 12);
    position.take('e1', 15);
    position.join({ epoch: 'e1', sequence: 12, hard: 4 });
    expect(position.isUnsure).toBe(true);
  });

  it('does not take a number of another epoch for one of this', () => {
    const position = joined();
    position.take('e2', 11);
    position.join({ epoch: 'e1', sequence: 10, hard: 4 });
    expect(position.applied).toBe(10);
    expect(position.isUnsure).toBe(true);
  });
});
