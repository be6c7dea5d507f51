import { ManualClock } from '../testing/manual-clock';
import { GatewayFigures } from './gateway-figures';

const READ = { operation: 'orders.get', ms: 1, outcome: 'ok', decision: 'hit' } as const;

describe('the figures of the gateway', () => {
  it('forget connections rather than grow for ever', () => {
    const figures = new GatewayFigures(new ManualClock());
    for (let number = 0; number < 600; number += 1) {
      figures.readFinished({ ...READ, connectionId: `c${number}` });
    }
    expect(figures.connectionIds).toHaveLength(500);
    expect(figures.connectionIds[0]).toBe('c100');
  });

  it('of a connection nobody asked are none, and asking for them makes none', () => {
    const figures = new GatewayFigures(new ManualClock());
    expect(
      figures
        .of('c1')
        .minutes(60)
        .every((minute) => minute.figures === undefined),
    ).toBe(true);
    expect(figures.connectionIds).toEqual([]);
  });

  it('keep the minutes of one hour, however long the process runs', async () => {
    const clock = new ManualClock();
    const figures = new GatewayFigures(clock);
    for (let minute = 0; minute < 200; minute += 1) {
      figures.callFinished({ connectionId: 'c1', operation: 'orders.get', ms: 1, outcome: 'ok' });
      await clock.advance(60_000);
    }
    const held = figures.of('c1').minutes(60);
    expect(held.reduce((sum, minute) => sum + (minute.figures?.calls.sum() ?? 0), 0)).toBe(59);
  });
});
