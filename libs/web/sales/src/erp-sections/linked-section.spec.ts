import type { ErpLink } from '@headwater/relationship';
import type { OverviewPanel } from '@headwater/web/data-access';
import { linkedPanel } from './linked-section';

const LINK: ErpLink = { id: 'l-1', connectionId: 'east', connectionName: 'East', kind: 'customer', externalId: '1001' };
const OTHER: ErpLink = { ...LINK, id: 'l-2', connectionId: 'west', connectionName: 'West', externalId: '77' };
const QUIET: OverviewPanel<'credit'> = {
  sections: [],
  arriving: false,
  refreshing: false,
  problem: undefined,
  updates: 0,
};
const sourceOf = (connectionId: string) => ({ connectionId, adapter: 'infor-sxe', company: '1' });
const statuses = (panel: OverviewPanel<'credit'>) =>
  linkedPanel([LINK, OTHER], panel, sourceOf).sections.map(({ section }) => section?.status ?? 'loading');

describe('the sections of a panel', () => {
  it('are loading for every linked customer until each has its own answer', () => {
    const arrived = {
      status: 'hidden',
      source: sourceOf('west'),
      ref: { connectionId: 'west', kind: 'customer', externalId: '77' },
    } as const;
    expect(statuses({ ...QUIET, arriving: true, sections: [arrived] })).toEqual(['loading', 'hidden']);
  });

  it('are failed, never empty, where no answer came', () => {
    expect(statuses(QUIET)).toEqual(['failed', 'failed']);
  });

  it('are failed with the reason when Headwater could not be reached', () => {
    const problem = { type: 'x', title: 'x', status: 0, code: 'unavailable' } as const;
    const [linked] = linkedPanel([LINK], { ...QUIET, problem }, sourceOf).sections;
    expect(linked?.section).toEqual({ status: 'failed', source: sourceOf('east'), problem });
  });

  it('name connection, company and customer', () => {
    const [linked] = linkedPanel([LINK], QUIET, sourceOf).sections;
    expect(linked?.sourceLabel).toBe('East · company 1 · customer 1001');
  });
});
