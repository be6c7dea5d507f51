import { ErpError, type RawErpNotice } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { createPartnerNumbers } from './customers/partner-numbers';
import { createSapS4hanaEvents } from './sap-s4hana.events';
import { SAP_S4HANA_MANIFEST } from './sap-s4hana.manifest';
import { sapSettings } from './settings/sap-s4hana.settings';
import { binary, structured } from './testing/s4-notices';
import { basicSettings, S4_SECRETS } from './testing/s4-settings';

const SECRET = S4_SECRETS.eventSecret;
const CHANGED = 'sap.s4.beh.salesorder.v1.SalesOrder.Changed.v1';

function events(overrides: Readonly<Record<string, string>> = {}, partnerNumbers = createPartnerNumbers()) {
  const settings = sapSettings(basicSettings('https://s4.example', overrides), SAP_S4HANA_MANIFEST, 'refused');
  return createSapS4hanaEvents({ settings, connectionId: 'c1', partnerNumbers });
}

function changes(type: string, data: Readonly<Record<string, unknown>>) {
  return events().translate(structured({ type, data })).changes;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

describe('CloudEvents', () => {
  it.each([
    ['structured', structured],
    ['binary', binary],
  ])('are read in %s mode, with their id and time', (_mode, make) => {
    const notice = make({ type: CHANGED, data: { SalesOrder: '3016329', SoldToParty: '0000001001' } });
    expect(events().translate(notice)).toEqual({
      id: 'a1b2-1001',
      occurredAt: '2026-11-23T09:14:03.000Z',
      changes: [{ kind: 'order', key: '3016329', customer: '1001', hard: false }],
    });
  });

  it.each([
    [CHANGED, { SalesOrder: '0000004501' }, [{ kind: 'order', key: '4501', hard: false }]],
    [
      'sap.s4.beh.salesorder.v1.SalesOrder.ItemChanged.v1',
      { SalesOrder: '4501', SalesOrderItem: '000010', Product: 'TG10', SoldToParty: 'USCU-CUS07' },
      [
        { kind: 'order', key: '4501', customer: 'USCU-CUS07', hard: false },
        { kind: 'availability', key: 'TG10', hard: false },
      ],
    ],
    [
      'sap.s4.beh.outbounddelivery.v1.OutboundDelivery.Created.v1',
      { OutboundDelivery: '0080000001' },
      [{ kind: 'shipment', key: '80000001', hard: false }],
    ],
    [
      'sap.s4.beh.outbounddelivery.v1.OutboundDelivery.Created.v1',
      { DeliveryDocument: '80000001' },
      [{ kind: 'shipment', key: '80000001', hard: false }],
    ],
    [
      'sap.s4.beh.billingdocument.v1.BillingDocument.Created.v1',
      { BillingDocument: '0090000001' },
      [{ kind: 'invoice', key: '90000001', hard: false }],
    ],
    [
      'sap.s4.beh.product.v1.Product.Created.v1',
      { Product: 'A/B+#&%' },
      [{ kind: 'item', key: 'A/B+#&%', hard: false }],
    ],
    ['sap.s4.beh.supplierinvoice.v1.SupplierInvoice.Posted.v1', { SupplierInvoice: '1' }, []],
    ['com.example.other', { SalesOrder: '1' }, []],
    ['sap.s4.beh.constructor.v1.X.Y.v1', {}, []],
  ])('of type %s with %j are changes', (type, data, expected) => {
    expect(changes(type, data)).toEqual(expected);
  });

  it('about a business partner are about the customer it is, or about every one where that is not known', () => {
    const type = 'sap.s4.beh.businesspartner.v1.BusinessPartner.Changed.v1';
    const notice = structured({ type, data: { BusinessPartner: '0017100001' } });
    const partners = createPartnerNumbers();
    const keys = (numbering: string) =>
      events({ partnerNumbering: numbering }, partners)
        .translate(notice)
        .changes.map(({ kind, key }) => [kind, key]);
    expect(keys('different')).toEqual([['customer', '*']]);
    partners.learn('17100001', '0000001001');
    expect(keys('different')).toEqual([['customer', '1001']]);
    expect(keys('same')).toEqual([['customer', '17100001']]);
  });

  it.each([
    ['nothing', { body: '' }],
    ['half of one', { body: '{"specversion":"1.0",' }],
    ['a list', { body: '[]' }],
    ['null', { body: 'null' }],
    [
      'another version',
      { body: JSON.stringify({ specversion: '0.3', id: '1', type: CHANGED, source: '/a', data: {} }) },
    ],
    ['no id', { body: JSON.stringify({ specversion: '1.0', type: CHANGED, source: '/a', data: { SalesOrder: '1' } }) }],
    ['no type', { body: JSON.stringify({ specversion: '1.0', id: '1', source: '/a', data: { SalesOrder: '1' } }) }],
    ['no data', { body: JSON.stringify({ specversion: '1.0', id: '1', type: CHANGED, source: '/a' }) }],
    ['no key', { body: JSON.stringify({ specversion: '1.0', id: '1', type: CHANGED, source: '/a', data: {} }) }],
    [
      'a key that is none',
      {
        body: JSON.stringify({
          specversion: '1.0',
          id: '1',
          type: CHANGED,
          source: '/a',
          data: { SalesOrder: { a: 1 } },
        }),
      },
    ],
    ['no mode', { headers: { 'content-type': 'text/plain', 'x-headwater-secret': SECRET } }],
  ])('with %s are a bad response', (_name, changed: Partial<RawErpNotice>) => {
    const notice = { ...structured({ type: CHANGED, data: { SalesOrder: '1' } }), ...changed };
    expect(codeOf(() => events().translate(notice))).toBe('bad-response');
  });

  it('never end in anything but a translation or an ErpError', () => {
    const sound = structured({ type: CHANGED, data: { SalesOrder: '1', Product: 'A' } });
    const cut = fc.record({ at: fc.nat(sound.body.length), length: fc.nat(40), put: fc.string({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 3 }), (cuts) => {
        const body = cuts.reduce(
          (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
          sound.body,
        );
        try {
          expect(events().translate({ ...sound, body }).id).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(ErpError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the event secret', () => {
  const notice = structured({ type: CHANGED, data: { SalesOrder: '1' } });

  it('is asked for before anything is read', () => {
    const wrong = { ...notice, headers: { ...notice.headers, 'x-headwater-secret': 'wrong' }, body: 'junk' };
    expect(codeOf(() => events().translate(wrong))).toBe('unauthorized');
    expect(codeOf(() => events().translate({ ...notice, headers: {} }))).toBe('unauthorized');
    expect(codeOf(() => events({ eventSecret: '' }).translate({ ...notice, headers: {} }))).toBe('unauthorized');
  });

  it('comes in the header of the setting, or in the parameter', () => {
    const header = { ...notice, headers: { ...notice.headers, 'x-headwater-secret': undefined, 'x-own': SECRET } };
    expect(events({ eventSecretName: 'X-Own' }).translate(header).changes).toHaveLength(1);
    const query = { ...notice, headers: { 'content-type': 'application/cloudevents+json' }, query: { token: SECRET } };
    const asParameter = events({ eventSecretIn: 'query', eventSecretName: 'token' });
    expect(asParameter.translate(query).changes).toHaveLength(1);
    expect(codeOf(() => asParameter.translate(notice))).toBe('unauthorized');
  });
});

describe('the handshake of a webhook', () => {
  const ask = (headers: RawErpNotice['headers'], query = {}): RawErpNotice => ({
    method: 'OPTIONS',
    headers,
    query,
    body: '',
  });

  it('gives leave to whoever asks, and changes nothing', () => {
    expect(events().translate(ask({ 'webhook-request-origin': 'eventmesh.example' }))).toEqual({
      id: 'handshake:eventmesh.example',
      changes: [],
      reply: {
        status: 200,
        headers: { 'webhook-allowed-origin': 'eventmesh.example', 'webhook-allowed-rate': '*' },
      },
    });
  });

  it('is refused to an origin the settings do not name, and to nobody', () => {
    const named = events({ eventOrigins: 'eventmesh.example' });
    expect(named.translate(ask({ 'webhook-request-origin': 'eventmesh.example' })).reply?.status).toBe(200);
    expect(codeOf(() => named.translate(ask({ 'webhook-request-origin': 'other.example' })))).toBe('forbidden');
    expect(codeOf(() => named.translate(ask({})))).toBe('bad-response');
    expect(codeOf(() => events().translate(ask({ 'webhook-request-origin': 'a\r\nx: y' })))).toBe('bad-response');
  });

  it('needs the secret where that is part of the address', () => {
    const asParameter = events({ eventSecretIn: 'query', eventSecretName: 'token' });
    const headers = { 'webhook-request-origin': 'eventmesh.example' };
    expect(codeOf(() => asParameter.translate(ask(headers)))).toBe('unauthorized');
    expect(asParameter.translate(ask(headers, { token: SECRET })).reply?.status).toBe(200);
  });
});
