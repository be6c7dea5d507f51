import { TestBed } from '@angular/core/testing';
import { EVENT_STREAM } from '../streams/event-stream';
import { FakeEventStreams } from '../streams/fake-event-streams';
import { ErpSearchApi, type ErpSearchProgress } from './erp-search-api';

const URL_OF_SEARCH = '/api/erp/search?q=PO%20%237';
const GROUP = {
  way: 'item',
  section: { status: 'hidden', source: { connectionId: 'east', adapter: 'x', company: '1' } },
};

function search() {
  const streams = new FakeEventStreams();
  TestBed.configureTestingModule({ providers: [{ provide: EVENT_STREAM, useValue: streams.open }] });
  const heard: ErpSearchProgress[] = [];
  const subscription = TestBed.inject(ErpSearchApi)
    .search('PO #7')
    .subscribe((progress) => heard.push(progress));
  return { streams, heard, subscription };
}

describe('a search in every ERP', () => {
  it('tells of each group as it comes, and when all have answered', () => {
    const { streams, heard, subscription } = search();
    streams.send(URL_OF_SEARCH, 'group', GROUP);
    streams.send(URL_OF_SEARCH, 'done', {});
    expect(heard.map(({ groups, state }) => [groups.length, state])).toEqual([
      [0, 'searching'],
      [1, 'searching'],
      [1, 'done'],
    ]);
    expect(subscription.closed).toBe(true);
    expect(streams.to(URL_OF_SEARCH).closed).toBe(true);
  });

  it('that breaks off says so, and asks no second time by itself', () => {
    const { streams, heard } = search();
    streams.send(URL_OF_SEARCH, 'group', GROUP);
    streams.to(URL_OF_SEARCH).listener.broken('retrying');
    expect(heard.at(-1)).toEqual({ groups: [GROUP], state: 'broken' });
    expect(streams.to(URL_OF_SEARCH).closed).toBe(true);
  });

  it('ends when nobody waits for it any more', () => {
    const { streams, subscription } = search();
    subscription.unsubscribe();
    expect(streams.to(URL_OF_SEARCH).closed).toBe(true);
  });
});
