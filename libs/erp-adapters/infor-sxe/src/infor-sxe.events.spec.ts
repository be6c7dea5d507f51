import { ErpError } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { createInforSxeEvents } from './infor-sxe.events';
import { INFOR_SXE_MANIFEST } from './infor-sxe.manifest';
import { inforSxeSettings } from './settings/infor-sxe.settings';
import { notice, sxEventXml } from './testing/sxe-notices';
import { sxeSettings } from './testing/sxe-settings';

function events(overrides: Readonly<Record<string, string>> = {}) {
  const settings = sxeSettings('https://gateway.example', overrides);
  return createInforSxeEvents(inforSxeSettings(settings, INFOR_SXE_MANIFEST, 'refused'), 'c1');
}

function changes(table: string, values: Readonly<Record<string, string>>) {
  return events().translate(notice(sxEventXml({ table, values: { cono: '1', ...values } }))).changes;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

describe('SXEvent documents', () => {
  it('tell their id and time', () => {
    const translated = events().translate(notice(sxEventXml({ table: 'icsw', values: { prod: 'A' } })));
    expect(translated).toMatchObject({ id: 'infor-nid:acme:1:event:1001', occurredAt: '2026-11-23T09:14:03.000Z' });
  });

  it.each([
    [
      'oeeh',
      { orderno: ' 00100231 ', ordersuf: '01', custno: '1001' },
      [{ kind: 'order', key: '100231', customer: '1001', hard: false }],
    ],
    ['OEEH', { OrderNo: '100231' }, [{ kind: 'order', key: '100231', hard: false }]],
    [
      'oeel',
      { orderno: '5', prod: 'A&amp;B &#39;x&#x27;' },
      [
        { kind: 'order', key: '5', hard: false },
        { kind: 'availability', key: "A&B 'x'", hard: false },
      ],
    ],
    ['icsw', { prod: 'A', whse: 'MAIN' }, [{ kind: 'availability', key: 'A', hard: false }]],
    ['icsp', { prod: 'A' }, [{ kind: 'item', key: 'A', hard: false }]],
    ['arsc', { custno: '1001' }, [{ kind: 'customer', key: '1001', hard: false }]],
    [
      'aret',
      { invno: '100231', invsuf: '1', custno: '1001' },
      [{ kind: 'invoice', key: '100231-01', customer: '1001', order: '100231', hard: false }],
    ],
    ['pdsc', { prod: 'A' }, [{ kind: 'price', key: 'A', hard: false }]],
    ['pdsc', { pricetype: 'X' }, [{ kind: 'price', key: '*', hard: false }]],
    ['sastaz', { codeval: 'x' }, []],
  ])('about %s with %j are changes', (table, values, expected) => {
    expect(changes(table, values as Readonly<Record<string, string>>)).toEqual(expected);
  });

  it('of another company mean nothing, without a company they are ours', () => {
    expect(events().translate(notice(sxEventXml({ table: 'icsw', values: { cono: '2', prod: 'A' } }))).changes).toEqual(
      [],
    );
    expect(events().translate(notice(sxEventXml({ table: 'icsw', values: { prod: 'A' } }))).changes).toHaveLength(1);
  });

  it.each([
    [
      'prefixes',
      '<s:E xmlns:s="x"><s:BODID>i</s:BODID><s:Table>icsw</s:Table><s:NameValue name="prod">A</s:NameValue></s:E>',
    ],
    ['attributes', '<E BODID="i"><SXEvent table="icsw"><NameValue name="prod" value="A"/></SXEvent></E>'],
    [
      'child elements',
      '<E><BODID x="1">i</BODID><TableName>icsw</TableName><NameValue><Name>PROD</Name><Value>A</Value></NameValue></E>',
    ],
    [
      'the table among the values',
      '<E><BODID>i</BODID><NameValue name="table">icsw</NameValue><NameValue name="prod">A</NameValue></E>',
    ],
  ])('are read with %s', (_, xml) => {
    expect(events().translate(notice(xml))).toEqual({
      id: 'i',
      changes: [{ kind: 'availability', key: 'A', hard: false }],
    });
  });

  it.each([
    ['nothing', ''],
    ['JSON', '{"BODID": "i"}'],
    ['no id', '<E><Table>icsw</Table></E>'],
    ['no table', '<E><BODID>i</BODID></E>'],
    ['no key', sxEventXml({ table: 'icsw', values: { whse: 'MAIN' } })],
    ['unclosed elements', '<E><BODID>i</BODID><Table>icsw</Table>'],
    ['a document type', `<!DOCTYPE E [<!ENTITY a "b">]>${sxEventXml({ table: 'icsw', values: { prod: '&a;' } })}`],
    ['more than a document needs', `<E>${' '.repeat(1_000_001)}</E>`],
  ])('with %s are a bad response or not found', (_, xml) => {
    expect(['bad-response', 'not-found']).toContain(codeOf(() => events().translate(notice(xml))));
  });

  it('are refused without the secret, before anything is read', () => {
    const xml = sxEventXml({ table: 'icsw', values: { prod: 'A' } });
    expect(codeOf(() => events().translate(notice(xml, 'wrong')))).toBe('unauthorized');
    expect(codeOf(() => events().translate(notice(xml, '')))).toBe('unauthorized');
    expect(codeOf(() => events({ eventSecret: '' }).translate(notice(xml, '')))).toBe('unauthorized');
    expect(codeOf(() => events().translate(notice('junk', 'wrong')))).toBe('unauthorized');
  });

  it('carry the secret in the header of the setting', () => {
    const xml = sxEventXml({ table: 'icsw', values: { prod: 'A' } });
    const own = { ...notice(xml), headers: { 'x-own': 'event-secret-5501' } };
    expect(events({ eventSecretHeader: 'X-Own' }).translate(own).changes).toHaveLength(1);
  });

  it('never end in anything but a translation or an ErpError', () => {
    const sound = sxEventXml({ table: 'oeel', values: { orderno: '1', prod: 'A' } });
    const cut = fc.record({ at: fc.nat(sound.length), length: fc.nat(40), put: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 3 }), (cuts) => {
        const xml = cuts.reduce(
          (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
          sound,
        );
        try {
          expect(events().translate(notice(xml)).id).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(ErpError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
