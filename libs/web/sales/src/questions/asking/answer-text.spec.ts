import { stampLine } from './answer-text';

describe('the stamp of a copied answer', () => {
  const freshness = { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 1 } as const;

  it('states the as-of time to the second and the source', () => {
    const line = stampLine({ freshness, connectionName: 'SX.e East', company: '1' }, 'en-US');
    expect(line).toMatch(/^As of Nov 23, 2026.* \d+:14:03 .* · SX\.e East, company 1$/);
  });

  it('warns where the ERP did not answer', () => {
    const lastKnown = { ...freshness, state: 'last-known' } as const;
    expect(stampLine({ freshness: lastKnown, connectionName: 'East', company: '' }, 'en-US')).toContain('last known');
  });
});
