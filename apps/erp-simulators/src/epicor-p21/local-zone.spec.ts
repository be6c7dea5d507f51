import { LocalZone } from './local-zone';

describe('the local time of a P21 server', () => {
  const zone = new LocalZone('America/New_York');

  it('begins a day at its own midnight, in summer, in winter and where one turns into the other', () => {
    const midnights = ['2026-07-24', '2026-01-31', '2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02'];
    expect(midnights.map((date) => zone.text(zone.midnight(date)))).toEqual([
      '2026-07-24T00:00:00-04:00',
      '2026-01-31T00:00:00-05:00',
      '2026-03-08T00:00:00-05:00',
      '2026-03-09T00:00:00-04:00',
      '2026-11-01T00:00:00-04:00',
      '2026-11-02T00:00:00-05:00',
    ]);
  });

  it('keeps milliseconds where there are some', () => {
    expect(zone.text(Date.parse('2026-07-24T15:22:14.747Z'))).toBe('2026-07-24T11:22:14.747-04:00');
  });

  it('writes no offset as one of zero', () => {
    expect(new LocalZone('UTC').text(0)).toBe('1970-01-01T00:00:00+00:00');
  });
});
