import type { Section } from '@headwater/erp-contracts';
import type { ErpConnectionSummary } from '@headwater/web/data-access';
import { Subject } from 'rxjs';
import { askConnections } from './ask-connections';

const EAST = { id: 'east', name: 'East' } as ErpConnectionSummary;
const WEST = { id: 'west', name: 'West' } as ErpConnectionSummary;

function answered(data: string): Section<string> {
  return {
    status: 'ok',
    data,
    source: { connectionId: 'east', adapter: 'infor-sxe', company: '1' },
    freshness: { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 1 },
  };
}

describe('a question put to several connections', () => {
  it('shows each answer as it comes, whoever else is still asking', () => {
    const streams = { east: new Subject<Section<string>>(), west: new Subject<Section<string>>() };
    const seen: string[][] = [];
    askConnections([EAST, WEST], (id) => streams[id as 'east' | 'west']).subscribe((answers) =>
      seen.push(answers.map(({ connection, section }) => `${connection.name} ${section?.status ?? 'loading'}`)),
    );
    streams.west.next(answered('12'));
    expect(seen).toEqual([
      ['East loading', 'West loading'],
      ['East loading', 'West ok'],
    ]);
  });

  it('cancels every request when nobody waits any more', () => {
    const east = new Subject<Section<string>>();
    askConnections([EAST], () => east)
      .subscribe()
      .unsubscribe();
    expect(east.observed).toBe(false);
  });

  it('put to nobody is answered by nobody', () => {
    const seen: unknown[] = [];
    askConnections([], () => new Subject<Section<string>>()).subscribe((answers) => seen.push(answers));
    expect(seen).toEqual([[]]);
  });
});
