import { longestWait, recoveredAfter, tally, type Observation } from './observations';

const anObservation = (given: Partial<Observation>): Observation => ({
  kind: 'erp-read',
  startedAt: 0,
  ms: 10,
  outcome: 'live',
  ...given,
});

const MARKS = { struckAt: 1_000, healedAt: 5_000 };

describe('recovery', () => {
  it('is counted from the healing to the last request in trouble', () => {
    const seen = [
      anObservation({ startedAt: 4_000, outcome: 'unavailable' }),
      anObservation({ startedAt: 6_500, outcome: 'last-known' }),
      anObservation({ startedAt: 7_000 }),
    ];
    expect(recoveredAfter(seen, MARKS)).toBe(1_500);
  });

  it('took no time where nobody was in trouble any more', () => {
    const seen = [anObservation({ startedAt: 4_000, outcome: 'timeout' }), anObservation({ startedAt: 5_500 })];
    expect(recoveredAfter(seen, MARKS)).toBe(0);
  });

  it('never came where the trouble went on to the end', () => {
    expect(recoveredAfter([anObservation({ startedAt: 9_000, outcome: 'no-answer' })], MARKS)).toBeUndefined();
  });

  it('is not judged by what was in trouble before', () => {
    const seen = [
      anObservation({ kind: 'page', startedAt: 100, outcome: 'section-timeout' }),
      anObservation({ kind: 'page', startedAt: 9_000, outcome: 'section-timeout' }),
      anObservation({ startedAt: 9_500 }),
    ];
    expect(recoveredAfter(seen, MARKS)).toBe(0);
  });
});

describe('what was seen', () => {
  it('is counted by outcome, the most frequent first', () => {
    const seen = ['live', 'timeout', 'live'].map((outcome) => anObservation({ outcome }));
    expect([...tally(seen)]).toEqual([
      ['live', 2],
      ['timeout', 1],
    ]);
  });

  it('has a longest wait, which is none where nobody waited', () => {
    expect(longestWait([anObservation({ ms: 12.6 }), anObservation({ ms: 3 })])).toBe(13);
    expect(longestWait([])).toBe(0);
  });
});
