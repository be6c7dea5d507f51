import { createNetsuiteEvents } from '../netsuite.events';
import { NETSUITE_MANIFEST } from '../netsuite.manifest';
import { netsuiteSettings } from '../settings/netsuite.settings';
import { EVENT_SECRET, netsuiteValues } from '../testing/netsuite-settings';
import { suiteScript } from '../testing/suitescript';

interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface UserEvent {
  afterSubmit(context: unknown): void;
}

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  customer: ['1001'],
  transaction: ['SO1001'],
  item: ['BRG-6204', 'HOSE-12'],
};

function saved(fields: Readonly<Record<string, unknown>>, items: readonly string[] = []) {
  return {
    type: 'itemfulfillment',
    id: 7101,
    getValue: ({ fieldId }: { fieldId: string }) => fields[fieldId],
    getLineCount: () => items.length,
    getSublistValue: ({ line }: { line: number }) => items[line],
  };
}

function scriptWith(post: (sent: Post) => void, numbers = NUMBERS): UserEvent {
  const parameters: Readonly<Record<string, string>> = {
    custscript_hw_url: 'https://headwater.example/api/erp/events/c1',
    custscript_hw_secret: EVENT_SECRET,
  };
  const rows = (sql: string) => {
    const table = /FROM (\w+)/.exec(sql)?.[1] ?? '';
    const found = numbers[table];
    if (found === undefined) throw Object.assign(new Error('no'), { name: 'INSUFFICIENT_PERMISSION' });
    return found.map((number) => ({ number }));
  };
  return suiteScript<UserEvent>('headwater-user-event.js', {
    'N/https': { post },
    'N/log': { debug: () => undefined, error: () => undefined },
    'N/query': { runSuiteQL: ({ query }: { query: string }) => ({ asMappedResults: () => rows(query) }) },
    'N/runtime': { getCurrentScript: () => ({ getParameter: ({ name }: { name: string }) => parameters[name] }) },
  });
}

function translated({ headers, body }: Post) {
  const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const settings = netsuiteSettings(netsuiteValues('https://suitetalk.example'), NETSUITE_MANIFEST, 'refused');
  return createNetsuiteEvents(settings, 'c1').translate({ method: 'POST', headers: lowerCase, query: {}, body });
}

describe('the reference user event script', () => {
  it('posts keys the adapter takes for exactly what changed', () => {
    const posts: Post[] = [];
    const record = saved({ tranid: 'IF201', entity: '501', createdfrom: '7001' }, ['901', '902', '901']);
    scriptWith((sent) => posts.push(sent)).afterSubmit({ type: 'ship', newRecord: record });
    expect(posts).toHaveLength(1);
    const [post] = posts as [Post];
    expect(post.url).toBe('https://headwater.example/api/erp/events/c1');
    const notice = translated(post);
    expect(notice.id).toMatch(/^itemfulfillment:7101:/);
    expect(notice.changes).toEqual([
      { kind: 'shipment', key: 'IF201', customer: '1001', order: 'SO1001', hard: false },
      { kind: 'availability', key: 'BRG-6204', hard: false },
      { kind: 'availability', key: 'HOSE-12', hard: false },
    ]);
  });

  it('posts type and internal id where it may not look up more', () => {
    const posts: Post[] = [];
    scriptWith((sent) => posts.push(sent), {}).afterSubmit({
      type: 'xedit',
      newRecord: saved({ entity: '501' }, ['901']),
    });
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({ type: 'itemfulfillment', id: '7101', context: 'xedit' });
    expect(translated(posts[0] as Post).changes.map(({ key }) => key)).toEqual(['*', '*']);
  });

  it('never fails the save', () => {
    const script = scriptWith(() => {
      throw new Error('unreachable');
    });
    expect(() => script.afterSubmit({ type: 'edit', newRecord: saved({}) })).not.toThrow();
  });
});
