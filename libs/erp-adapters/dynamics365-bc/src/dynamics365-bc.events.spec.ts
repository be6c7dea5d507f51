import { ANY_KEY, ErpError, type ErpEventTranslator } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import fc from 'fast-check';
import { createBcEvents } from './dynamics365-bc.events';
import { createKnownNumbers } from './events/known-numbers';
import { COMPANY_ID } from './testing/bc-answers';
import { withBc } from './testing/bc-connection';
import { aChange, notice } from './testing/bc-notices';
import { BC_SECRETS } from './testing/bc-settings';

function events(eventSecret: string | undefined = BC_SECRETS.eventSecret, companyId: string | undefined = COMPANY_ID) {
  const numbers = createKnownNumbers();
  numbers.learn('order', '00000008-0000-4000-8000-000000000001', '101001');
  return createBcEvents({ connectionId: 'c1', eventSecret, reading: () => ({ companyId, numbers }) });
}

function codeOf(translator: ErpEventTranslator, given: Parameters<ErpEventTranslator['translate']>[0]): string {
  try {
    translator.translate(given);
  } catch (error) {
    if (error instanceof ErpError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a notice', () => {
  it('about something this connection has read names its number, about anything else all of its kind', () => {
    const { changes, occurredAt } = events().translate(
      notice([aChange({ set: 'salesOrders', id: 1 }), aChange({ set: 'salesOrders', id: 2 })]),
    );
    expect(changes).toEqual([
      { kind: 'order', key: '101001', hard: false },
      { kind: 'order', key: ANY_KEY, hard: false },
    ]);
    expect(occurredAt).toBe('2026-11-26T09:14:03.120Z');
  });

  it.each([
    ['customers', 'customer'],
    ['items', 'item'],
    ['salesOrders', 'order'],
    ['salesQuotes', 'order'],
    ['salesInvoices', 'invoice'],
    ['salesCreditMemos', 'invoice'],
  ])('about %s is a change of a %s', (set, kind) => {
    const { changes } = events().translate(notice([aChange({ set, id: 77 })]));
    expect(changes).toEqual([{ kind, key: ANY_KEY, hard: false }]);
  });

  it('about a collection means all of its kind, even where the address names one', () => {
    const resource = `https://api.example/api/v2.0/companies(${COMPANY_ID})/salesOrders?$filter=lastModifiedDateTime%20gt%202026-11-26T09:00:00Z`;
    const byAddress = aChange({ set: 'salesOrders', changeType: 'collection', resource });
    const byType = aChange({ set: 'salesOrders', id: 1, changeType: 'collection' });
    for (const change of [byAddress, byType]) {
      expect(events().translate(notice([change])).changes).toEqual([{ kind: 'order', key: ANY_KEY, hard: false }]);
    }
  });

  it('about another company means nothing; while ours is not known, it may be ours', () => {
    const other = notice([aChange({ set: 'items', company: '00000001-0000-4000-8000-000000000002' })]);
    expect(events().translate(other).changes).toEqual([]);
    const unresolved = createBcEvents({
      connectionId: 'c1',
      eventSecret: BC_SECRETS.eventSecret,
      reading: () => ({ companyId: undefined, numbers: createKnownNumbers() }),
    });
    expect(unresolved.translate(other).changes).toHaveLength(1);
  });

  it('has the same id when it is sent again, and another one when it tells of another moment', () => {
    const first = events().translate(notice([aChange({ set: 'items' })]));
    expect(events().translate(notice([aChange({ set: 'items' })])).id).toBe(first.id);
    expect(events().translate(notice([aChange({ set: 'items', at: '2026-11-26T09:15:00Z' })])).id).not.toBe(first.id);
  });

  it('with one stranger among its changes is unauthorized altogether', () => {
    const mixed = notice([aChange({ set: 'items' }), { ...aChange({ set: 'customers' }), clientState: 'other' }]);
    expect(codeOf(events(), mixed)).toBe('unauthorized');
    const bare = notice([{ ...aChange({ set: 'items' }), clientState: null }]);
    expect(codeOf(events(), bare)).toBe('unauthorized');
    expect(codeOf(events(), notice([]))).toBe('unauthorized');
  });

  it('is unauthorized where no secret is set, whatever it carries', () => {
    const closed = createBcEvents({
      connectionId: 'c1',
      eventSecret: undefined,
      reading: () => ({ companyId: undefined, numbers: createKnownNumbers() }),
    });
    expect(codeOf(closed, notice([aChange({ set: 'items' })], ''))).toBe('unauthorized');
  });

  it('with a byte order mark in front is read', () => {
    const sound = notice([aChange({ set: 'items' })]);
    expect(events().translate({ ...sound, body: `\uFEFF${sound.body}` }).changes).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<html/>'],
    ['a list', '[]'],
    ['no value', '{}'],
    ['a value that is none', '{"value":"x"}'],
    ['a change without a resource', '{"value":[{"clientState":"x"}]}'],
  ])('with %s in it is a bad response', (_, body) => {
    expect(codeOf(events(), { ...notice([]), body })).toBe('bad-response');
  });

  it('never ends in anything but a translation or an ErpError', () => {
    const sound = notice([aChange({ set: 'salesOrders' }), aChange({ set: 'items' })]).body;
    const cut = fc.record({ at: fc.nat(sound.length), length: fc.nat(40), put: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 3 }), (cuts) => {
        const body = cuts.reduce(
          (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
          sound,
        );
        expect(['none', 'unauthorized', 'bad-response']).toContain(codeOf(events(), { ...notice([]), body }));
      }),
      { numRuns: 300 },
    );
  });

  it('names the numbers a connection has learnt from its reads', async () => {
    await withBc(async ({ connection }) => {
      const ask = notice([aChange({ set: 'salesOrders', id: 2 })]);
      expect(connection.events?.translate(ask).changes[0]?.key).toBe(ANY_KEY);
      await connection.orders?.get({ number: '101002' }, anErpCall());
      expect(connection.events?.translate(ask).changes[0]?.key).toBe('101002');
    });
  });
});

describe('a handshake', () => {
  it.each(['POST', 'GET'])('by %s is answered with its token as plain text', (method) => {
    const token = 'abc<script>/+=';
    const { reply, changes } = events().translate({ method, headers: {}, query: { validationToken: token }, body: '' });
    expect(changes).toEqual([]);
    expect(reply).toMatchObject({ status: 200, body: token, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });

  it('with an absurd token is refused', () => {
    const query = { validationToken: 'x'.repeat(5_000) };
    expect(codeOf(events(), { method: 'POST', headers: {}, query, body: '' })).toBe('bad-response');
  });
});

describe('known numbers', () => {
  it('forget the oldest first', () => {
    const numbers = createKnownNumbers(2);
    for (const id of ['a', 'b', 'c']) numbers.learn('item', id, id.toUpperCase());
    expect(['a', 'b', 'c'].map((id) => numbers.numberOf('item', id))).toEqual([undefined, 'B', 'C']);
  });
});
