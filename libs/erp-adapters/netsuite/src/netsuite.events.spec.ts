import { ErpError, type SettingValues } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { createNetsuiteEvents } from './netsuite.events';
import { NETSUITE_MANIFEST } from './netsuite.manifest';
import { netsuiteSettings } from './settings/netsuite.settings';
import { notice } from './testing/netsuite-notices';
import { EVENT_SECRET, netsuiteValues } from './testing/netsuite-settings';

function events(overrides: SettingValues = {}) {
  const values = netsuiteValues('https://suitetalk.example', overrides);
  return createNetsuiteEvents(netsuiteSettings(values, NETSUITE_MANIFEST, 'refused'), 'c1');
}

function changes(content: Readonly<Record<string, unknown>>) {
  return events().translate(notice({ id: '1', context: 'edit', ...content })).changes;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

const ANY_STOCK = { kind: 'availability', key: '*', hard: false };

describe('notices of the user event script', () => {
  it.each([
    [{ type: 'salesorder' }, [{ kind: 'order', key: '*', hard: false }, ANY_STOCK]],
    [
      { type: 'salesOrder', number: ' SO1 ', customer: '1001', items: ['A', 'B', 'A'] },
      [
        { kind: 'order', key: 'SO1', customer: '1001', hard: false },
        { kind: 'availability', key: 'A', hard: false },
        { kind: 'availability', key: 'B', hard: false },
      ],
    ],
    [{ type: 'SALES_ORDER', items: [] }, [{ kind: 'order', key: '*', hard: false }, ANY_STOCK]],
    [
      { type: 'itemfulfillment', number: 'IF1', order: 'SO1' },
      [{ kind: 'shipment', key: 'IF1', order: 'SO1', hard: false }, ANY_STOCK],
    ],
    [{ type: 'invoice' }, [{ kind: 'invoice', key: '*', hard: false }]],
    [
      { type: 'creditmemo', number: 'CM1', customer: '1001' },
      [{ kind: 'invoice', key: 'CM1', customer: '1001', hard: false }],
    ],
    [
      { type: 'customerpayment', number: 'PAY1', customer: '1001', order: 'X' },
      [{ kind: 'invoice', key: '*', customer: '1001', hard: false }],
    ],
    [{ type: 'customer', number: '1001' }, [{ kind: 'customer', key: '1001', hard: false }]],
    [{ type: 'customer' }, [{ kind: 'customer', key: '*', hard: false }]],
    [{ type: 'lotnumberedinventoryitem', number: 'A' }, [{ kind: 'item', key: 'A', hard: false }]],
    [{ type: 'inventoryadjustment', items: ['A'] }, [{ kind: 'availability', key: 'A', hard: false }]],
    [{ type: 'itemreceipt', items: null }, [ANY_STOCK]],
    [{ type: 'pricelevel' }, [{ kind: 'price', key: '*', hard: false }]],
    [{ type: 'supportcase' }, []],
  ])('%j are changes', (content, expected) => {
    expect(changes(content)).toEqual(expected);
  });

  it('of what was deleted are hard where they name it, so that nothing else is hidden', () => {
    expect(changes({ type: 'invoice', context: 'delete', number: 'I1' })[0]?.hard).toBe(true);
    expect(changes({ type: 'invoice', context: 'DELETE', number: 'I1' })[0]?.hard).toBe(true);
    expect(changes({ type: 'invoice', context: 'delete' })[0]?.hard).toBe(false);
  });

  it('take the internal id as text or number, and ignore what else is in them', () => {
    expect(changes({ type: 'invoice', id: 7201, total: 5, nested: { a: 1 } })).toHaveLength(1);
  });

  it('have the id and the time they come with', () => {
    const content = { type: 'invoice', id: '1', eventId: 'invoice:1:x', at: '2026-11-23T09:14:03Z' };
    expect(events().translate(notice(content))).toMatchObject({
      id: 'invoice:1:x',
      occurredAt: '2026-11-23T09:14:03.000Z',
    });
  });

  it('without an id are never taken for repeated: two saves of one order look alike', () => {
    const translator = events();
    const [first, second] = [notice({ type: 'invoice', id: '1' }), notice({ type: 'invoice', id: '1' })];
    expect(translator.translate(first).id).toBe(translator.translate(first).id);
    expect(translator.translate(first).id).not.toBe(translator.translate(second).id);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<a/>'],
    ['a list', '[]'],
    ['a text', '"salesorder"'],
    ['no type', '{"id":"1"}'],
    ['a blank type', '{"type":" ","id":"1"}'],
    ['no id', '{"type":"salesorder"}'],
    ['items that are none', '{"type":"salesorder","id":"1","items":[{}]}'],
    ['half a notice', '{"type":"sales'],
    ['an absurd number', '{"type":"salesorder","id":1e999999}'],
  ])('with %s are a bad response', (_, body) => {
    expect(codeOf(() => events().translate(notice(body)))).toBe('bad-response');
  });

  it('are refused without the secret, before anything is read', () => {
    const content = { type: 'invoice', id: '1' };
    for (const secret of ['wrong', '', `${EVENT_SECRET} `]) {
      expect(codeOf(() => events().translate(notice(content, secret)))).toBe('unauthorized');
    }
    expect(codeOf(() => events({ eventSecret: '' }).translate(notice(content, '')))).toBe('unauthorized');
    expect(codeOf(() => events().translate(notice('junk', 'wrong')))).toBe('unauthorized');
  });

  it('carry the secret in the header of the setting', () => {
    const own = { ...notice({ type: 'invoice', id: '1' }), headers: { 'x-own': EVENT_SECRET } };
    expect(events({ eventSecretHeader: 'X-Own' }).translate(own).changes).toHaveLength(1);
    expect(codeOf(() => events().translate(own))).toBe('unauthorized');
  });

  it('never end in anything but a translation or an ErpError', () => {
    const sound = JSON.stringify({ type: 'salesorder', id: '1', context: 'edit', items: ['A'] });
    const cut = fc.record({ at: fc.nat(sound.length), length: fc.nat(40), put: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 3 }), (cuts) => {
        const body = cuts.reduce(
          (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
          sound,
        );
        try {
          expect(events().translate(notice(body)).id).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(ErpError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
