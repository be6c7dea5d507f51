import { ErpError } from '@headwater/erp-contracts';
import { createEpicorP21Events } from './epicor-p21.events';
import { EPICOR_P21_MANIFEST } from './epicor-p21.manifest';
import { epicorP21Settings } from './settings/epicor-p21.settings';
import { notice } from './testing/p21-notices';
import { p21Settings } from './testing/p21-settings';

function events(overrides: Readonly<Record<string, string>> = {}) {
  const settings = p21Settings('https://p21.example', overrides);
  return createEpicorP21Events(epicorP21Settings(settings, EPICOR_P21_MANIFEST, 'refused'), 'c1');
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

describe('posts of a DynaChange rule', () => {
  it.each([
    [{ table: 'oe_hdr', key: 100231 }, [{ kind: 'order', key: '100231', hard: false }]],
    [{ table: 'OE_LINE', key: ' 100231 ' }, [{ kind: 'order', key: '100231', hard: false }]],
    [
      { table: 'oe_pick_ticket', key: 70001, order: 100231 },
      [{ kind: 'shipment', key: '70001', order: '100231', hard: false }],
    ],
    [
      { table: 'invoice_hdr', key: '500231', customer: '100198' },
      [{ kind: 'invoice', key: '500231', customer: '100198', hard: false }],
    ],
    [{ table: 'inv_loc', key: "A/B'&" }, [{ kind: 'availability', key: "A/B'&", hard: false }]],
    [{ table: 'inv_mast', key: 'A' }, [{ kind: 'item', key: 'A', hard: false }]],
    [{ table: 'customer', key: '100198' }, [{ kind: 'customer', key: '100198', hard: false }]],
    [{ table: 'price_page', key: '4711' }, [{ kind: 'price', key: '*', hard: false }]],
    [{ table: 'constructor', key: '1' }, []],
    [{ table: 'oe_hdr', key: '1', company: 'OTHER' }, []],
    [{ table: 'oe_hdr', key: '1', company: 'acme' }, [{ kind: 'order', key: '1', hard: false }]],
  ])('%j become changes', (body, changes) => {
    expect(events().translate(notice(body)).changes).toEqual(changes);
  });

  it('tell their id and time where the rule sends them', () => {
    const translated = events().translate(
      notice({ table: 'oe_hdr', key: '1', id: 'e-1', at: '2026-11-23T09:14:03-05:00' }),
    );
    expect(translated).toMatchObject({ id: 'e-1', occurredAt: '2026-11-23T14:14:03.000Z' });
  });

  it('without an id are never taken for doubles of each other', () => {
    const one = notice({ table: 'oe_hdr', key: '1' });
    expect(events().translate(one).id).not.toBe(events().translate(one).id);
  });

  it.each([
    '',
    'table=oe_hdr',
    '[]',
    'null',
    '{}',
    '{"table":"oe_hdr"}',
    '{"key":"1"}',
    '{"table":"","key":"1"}',
    '{"table":{},"key":"1"}',
  ])('%j are a bad response', (body) => {
    expect(codeOf(() => events().translate(notice(body)))).toBe('bad-response');
  });

  it('are refused without the secret, before anything is read', () => {
    const body = { table: 'oe_hdr', key: '1' };
    expect(codeOf(() => events().translate(notice(body, 'wrong')))).toBe('unauthorized');
    expect(codeOf(() => events().translate(notice('junk', '')))).toBe('unauthorized');
    expect(codeOf(() => events({ eventSecret: '' }).translate(notice(body, '')))).toBe('unauthorized');
  });

  it('carry the secret in the header of the setting', () => {
    const own = { ...notice({ table: 'customer', key: '1' }), headers: { 'x-own': 'event-secret-5501' } };
    expect(events({ eventSecretHeader: 'X-Own' }).translate(own).changes).toHaveLength(1);
  });
});
