import { TestBed } from '@angular/core/testing';
import type { LiveChange } from '@headwater/erp-contracts';
import { EVENT_STREAM } from '../streams/event-stream';
import { FakeEventStreams } from '../streams/fake-event-streams';
import { concernsCustomer, concernsOrder } from './concerns';
import { LiveChangesApi, type LiveMessage } from './live-changes-api';

const CHANGE: LiveChange = {
  connectionId: 'east',
  kind: 'order',
  key: '100234',
  customer: '1001',
  capabilities: ['orders', 'shipments'],
};

describe('live changes', () => {
  let streams: FakeEventStreams;
  let live: LiveChangesApi;
  let heard: LiveMessage[];

  beforeEach(() => {
    jest.useFakeTimers();
    streams = new FakeEventStreams();
    heard = [];
    TestBed.configureTestingModule({ providers: [{ provide: EVENT_STREAM, useValue: streams.open }] });
    live = TestBed.inject(LiveChangesApi);
  });

  afterEach(() => jest.useRealTimers());

  it('share one stream among all listeners and close it with the last', () => {
    const first = live.messages.subscribe();
    const second = live.messages.subscribe();
    expect(streams.opened).toHaveLength(1);
    first.unsubscribe();
    expect(streams.to('/api/stream').closed).toBe(false);
    second.unsubscribe();
    expect(streams.to('/api/stream').closed).toBe(true);
    expect(live.state()).toBe('not-listening');
  });

  it('hand on what changed', () => {
    live.messages.subscribe((message) => heard.push(message));
    streams.send('/api/stream', 'erp-changed', CHANGE);
    expect(heard).toEqual([{ type: 'erp-changed', change: CHANGE }]);
  });

  it('treat an unreadable notice as a reason to ask for everything again', () => {
    live.messages.subscribe((message) => heard.push(message));
    streams.send('/api/stream', 'erp-changed', '{"connectionId":');
    expect(heard).toEqual([{ type: 'resync' }]);
  });

  it('reopen a stream the browser has given up, and ask for a resync then', () => {
    live.messages.subscribe((message) => heard.push(message));
    streams.to('/api/stream').listener.broken('gone');
    expect(live.state()).toBe('interrupted');
    jest.advanceTimersByTime(1_000);
    expect(streams.opened).toHaveLength(2);
    streams.to('/api/stream').listener.opened?.();
    expect(live.state()).toBe('connected');
    expect(heard).toEqual([{ type: 'resync' }]);
  });

  it('leave the retrying to the browser while it retries', () => {
    live.messages.subscribe();
    streams.to('/api/stream').listener.broken('retrying');
    jest.advanceTimersByTime(60_000);
    expect(streams.opened).toHaveLength(1);
  });
});

describe('a change', () => {
  it('concerns the customer it names, whatever the case, and on its own connection only', () => {
    const named = { ...CHANGE, customer: 'ab1 ' };
    expect(concernsCustomer(named, { connectionId: 'east', externalId: 'AB1' })).toBe(true);
    expect(concernsCustomer(named, { connectionId: 'east', externalId: 'AB2' })).toBe(false);
    expect(concernsCustomer(named, { connectionId: 'west', externalId: 'AB1' })).toBe(false);
  });

  it.each(['customer', 'credit'] as const)('of a %s concerns that customer alone', (kind) => {
    const change: LiveChange = { connectionId: 'east', kind, key: '1001', capabilities: ['credit'] };
    expect(concernsCustomer(change, { connectionId: 'east', externalId: '1001' })).toBe(true);
    expect(concernsCustomer(change, { connectionId: 'east', externalId: '1002' })).toBe(false);
  });

  it('concerns every customer of the connection when it names none', () => {
    const anonymous: LiveChange = { connectionId: 'east', kind: 'price', key: '*', capabilities: ['prices'] };
    expect(concernsCustomer(anonymous, { connectionId: 'east', externalId: '1001' })).toBe(true);
    expect(concernsCustomer({ ...anonymous, kind: 'credit' }, { connectionId: 'east', externalId: '1001' })).toBe(true);
  });

  it('of an order that is not named concerns every order', () => {
    expect(concernsOrder({ ...CHANGE, key: '*' }, { connectionId: 'east', number: '100234' })).toBe(true);
  });

  it('concerns the order it names, and any order when a shipment does not say whose it is', () => {
    const order = { connectionId: 'east', number: '100234' };
    expect(concernsOrder(CHANGE, order)).toBe(true);
    expect(concernsOrder({ ...CHANGE, key: '100235' }, order)).toBe(false);
    expect(
      concernsOrder({ connectionId: 'east', kind: 'shipment', key: 'S1', capabilities: ['shipments'] }, order),
    ).toBe(true);
  });
});
