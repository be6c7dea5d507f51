import type { ErpHealthView } from '@headwater/erp-contracts';
import { healthChip, healthFigures } from './health-line';

const HEALTH: ErpHealthView = {
  connectionId: 'c1',
  state: 'up',
  since: '2026-11-23T09:00:00.000Z',
  calls: 300,
  failures: 2,
  cacheHits: 900,
  coalesced: 10,
  latencyMs: { p50: 41.6, p95: 180 },
};

const figures = (health: ErpHealthView) =>
  Object.fromEntries(healthFigures(health, 'en-US').map(({ title, value }) => [title, value]));

describe('the health of a connection', () => {
  it('is in figures what was measured', () => {
    expect(figures(HEALTH)).toEqual({ Calls: '300', Failed: '2', 'From cache': '75 %', 'p50 / p95': '42 / 180 ms' });
  });

  it('shows no figure that was not measured', () => {
    const { latencyMs: _none, ...untried } = { ...HEALTH, calls: 0, cacheHits: 0, failures: 0 };
    expect(figures(untried)).toMatchObject({ 'From cache': '–', 'p50 / p95': '–' });
  });

  it('is "switched off" rather than its last state when it is not enabled', () => {
    expect(healthChip({ enabled: false, health: HEALTH }).text).toBe('Switched off');
    expect(healthChip({ enabled: true, health: { ...HEALTH, state: 'credentials' } }).text).toBe('Credentials refused');
  });
});
