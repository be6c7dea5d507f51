import { ErpError, type RawErpNotice } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { createFscmEvents } from './dynamics365-fscm.events';
import { DYNAMICS365_FSCM_MANIFEST } from './dynamics365-fscm.manifest';
import { dynamics365FscmSettings } from './settings/dynamics365-fscm.settings';
import { businessEvent, executionContext, notice, webhook } from './testing/fscm-notices';
import { fscmSettings } from './testing/fscm-settings';

function events(overrides: Readonly<Record<string, string>> = {}) {
  const settings = fscmSettings('https://contoso.operations.dynamics.com', overrides);
  return createFscmEvents(dynamics365FscmSettings(settings, DYNAMICS365_FSCM_MANIFEST, 'refused'), 'c1');
}

function changesOf(one: RawErpNotice, overrides: Readonly<Record<string, string>> = {}) {
  return events(overrides).translate(one).changes;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
  }
  return 'none';
}

describe('business events', () => {
  it('tell their id and time', () => {
    const translated = events().translate(
      notice(businessEvent('SalesInvoicePostedBusinessEvent', { InvoiceId: 'I1' })),
    );
    expect(translated).toMatchObject({
      id: '9F1C3D2E-0000-4000-8000-00000000000A:5637144576',
      occurredAt: '2021-11-18T14:44:15.000Z',
    });
    const newer = businessEvent('X', { EventTimeIso8601: '2026-11-23T09:14:03.5Z', EventTime: 'soon' });
    expect(events().translate(notice(newer)).occurredAt).toBe('2026-11-23T09:14:03.500Z');
    expect(events().translate(notice(businessEvent('X', { EventTime: 'soon' }))).occurredAt).toBeUndefined();
  });

  it.each([
    [
      'SalesInvoicePostedBusinessEvent',
      { InvoiceId: 'I1', InvoiceAccount: 'C1', SalesId: 'S1' },
      [{ kind: 'invoice', key: 'I1', customer: 'C1', order: 'S1', hard: false }],
    ],
    ['SalesInvoicePostedBusinessEvent', { InvoiceId: 'I1' }, [{ kind: 'invoice', key: 'I1', hard: false }]],
    [
      'CustFreeTextInvoicePostedBusinessEvent',
      { InvoiceId: 'F1', InvoiceAccount: 'C1' },
      [{ kind: 'invoice', key: 'F1', customer: 'C1', hard: false }],
    ],
    [
      'CustomerPaymentPostedBusinessEvent',
      { CustomerAccount: 'C1' },
      [
        { kind: 'invoice', key: '*', customer: 'C1', hard: false },
        { kind: 'credit', key: 'C1', hard: false },
      ],
    ],
    ['CollectionStatusUpdatedBusinessEvent', {}, [{ kind: 'invoice', key: '*', hard: false }]],
    ['VendorInvoicePostedBusinessEvent', { InvoiceId: 'V1' }, []],
    ['PurchaseOrderConfirmedBusinessEvent', {}, []],
    ['WorkflowStartedBusinessEvent', {}, []],
  ])('%s with %j mean their changes', (id, fields, changes) => {
    expect(changesOf(notice(businessEvent(id, fields)))).toEqual(changes);
  });

  it('of the tenant’s own mean what the settings say', () => {
    const eventRules =
      'ContosoOrderChanged=order:SalesId customer:CustAccount\nContosoSlip=shipment:Slip order:SalesId';
    expect(
      changesOf(notice(businessEvent('contosoorderchanged', { SalesId: 'S1', CustAccount: 'C1' })), { eventRules }),
    ).toEqual([{ kind: 'order', key: 'S1', customer: 'C1', hard: false }]);
    expect(changesOf(notice(businessEvent('ContosoSlip', { Slip: 'P1', SalesId: 'S1' })), { eventRules })).toEqual([
      { kind: 'shipment', key: 'P1', order: 'S1', hard: false },
    ]);
    expect(changesOf(notice(businessEvent('ContosoOrderChanged', {})), { eventRules })).toEqual([
      { kind: 'order', key: '*', hard: false },
    ]);
  });

  it('of another legal entity mean nothing, in either spelling of the field', () => {
    const other = businessEvent('SalesInvoicePostedBusinessEvent', { InvoiceId: 'I1', LegalEntity: 'DAT' });
    const newer = businessEvent('SalesInvoicePostedBusinessEvent', {
      InvoiceId: 'I1',
      LegalEntity: undefined,
      BusinessEventLegalEntity: 'dat',
    });
    const own = businessEvent('SalesInvoicePostedBusinessEvent', { InvoiceId: 'I1', LegalEntity: 'USMF' });
    expect([changesOf(notice(other)), changesOf(notice(newer)), changesOf(notice(own))]).toEqual([
      [],
      [],
      [expect.objectContaining({ key: 'I1' })],
    ]);
  });
});

describe('data events and webhooks', () => {
  it.each([
    [
      'SalesOrderHeaderV2Entity',
      { SalesOrderNumber: 'S1', OrderingCustomerAccountNumber: 'C1' },
      [{ kind: 'order', key: 'S1', customer: 'C1', hard: false }],
    ],
    [
      'mserp_salesorderlineentity',
      { mserp_salesordernumber: 'S1', mserp_itemnumber: "A/B 'x'" },
      [
        { kind: 'order', key: 'S1', hard: false },
        { kind: 'availability', key: "A/B 'x'", hard: false },
      ],
    ],
    ['CustCustomerV3Entity', { CustomerAccount: 'C1' }, [{ kind: 'customer', key: 'C1', hard: false }]],
    ['mserp_customersv3', { mserp_customeraccount: { Value: 'C1' } }, [{ kind: 'customer', key: 'C1', hard: false }]],
    ['EcoResReleasedProductV2Entity', { ItemNumber: 'A' }, [{ kind: 'item', key: 'A', hard: false }]],
    ['InventWarehouseOnHandV2Entity', { ItemNumber: 'A' }, [{ kind: 'availability', key: 'A', hard: false }]],
    ['SalesPriceAgreementEntity', { ItemNumber: 'A' }, [{ kind: 'price', key: 'A', hard: false }]],
    ['SalesPriceAgreementEntity', {}, [{ kind: 'price', key: '*', hard: false }]],
    [
      'SalesInvoiceHeaderV2Entity',
      { InvoiceNumber: 'I1', InvoiceCustomerAccountNumber: 'C1', SalesOrderNumber: 'S1' },
      [{ kind: 'invoice', key: 'I1', customer: 'C1', order: 'S1', hard: false }],
    ],
    [
      'CustTransactionEntity',
      { Invoice: 'I1', OrderAccount: 'C1' },
      [
        { kind: 'invoice', key: 'I1', customer: 'C1', hard: false },
        { kind: 'credit', key: 'C1', hard: false },
      ],
    ],
    [
      'PackingSlipTrackingInformationEntity',
      { PackingSlipNumber: 'P1', SalesOrderNumber: 'S1' },
      [{ kind: 'shipment', key: 'P1', order: 'S1', hard: false }],
    ],
    ['VendVendorV2Entity', { VendorAccountNumber: 'V1' }, []],
    ['CustomerGroupEntity', { CustomerGroupId: '30' }, []],
  ])('about %s with %j mean their changes', (entity, attributes, changes) => {
    expect(changesOf(webhook(executionContext(entity, attributes)))).toEqual(changes);
    const event = { BusinessEventId: `${entity}_DataEvent_Update` };
    expect(changesOf(notice(executionContext('somethingelse', attributes, event)))).toEqual(changes);
  });

  it('about a deleted row, which name no key, mean any of its kind', () => {
    const deleted = {
      MessageName: 'Delete',
      InputParameters: [{ key: 'Target', value: { LogicalName: 'x', Id: '1' } }],
    };
    expect(changesOf(webhook(executionContext('mserp_salesorderheaderv2entity', {}, deleted)))).toEqual([
      { kind: 'order', key: '*', hard: false },
    ]);
  });

  it('find keys in images where the row itself names only what changed', () => {
    const image = { Attributes: [{ key: 'mserp_salesordernumber', value: 'S1' }] };
    const context = executionContext(
      'mserp_salesorderheaderv2entity',
      { mserp_deliverymodecode: 'AIR' },
      { PostEntityImages: [{ key: 'post', value: image }] },
    );
    expect(changesOf(webhook(context))).toEqual([{ kind: 'order', key: 'S1', hard: false }]);
  });

  it('of another company mean nothing', () => {
    const context = executionContext('SalesOrderHeaderV2Entity', { SalesOrderNumber: 'S1', dataareaid: 'dat' });
    expect(changesOf(webhook(context))).toEqual([]);
  });

  it('that were cut for their size mean any of the kind their header names', () => {
    const whole = executionContext('mserp_salesorderheaderv2entity', { mserp_salesordernumber: 'S1' });
    const headers = {
      'x-ms-dynamics-msg-size-exceeded': 'true',
      'x-ms-dynamics-entity-name': 'mserp_salesorderheaderv2entity',
    };
    expect(changesOf(webhook(whole.slice(0, 80), headers))).toEqual([{ kind: 'order', key: '*', hard: false }]);
    expect(codeOf(() => changesOf(webhook(whole.slice(0, 80))))).toBe('bad-response');
  });

  it('are known again by request and body together', () => {
    const one = executionContext('mserp_salesorderheaderv2entity', { mserp_salesordernumber: 'S1' });
    const other = executionContext('mserp_salesorderheaderv2entity', { mserp_salesordernumber: 'S2' });
    const ids = [webhook(one), webhook(one), webhook(other), webhook(one, { 'x-request-id': '77' })].map(
      (raw) => events().translate(raw).id,
    );
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the secret of a notice', () => {
  const sound = businessEvent('SalesInvoicePostedBusinessEvent', { InvoiceId: 'I1' });
  const bare = { method: 'POST', headers: {}, query: {}, body: sound };

  it('is taken from the header, or from the address, as the settings name them', () => {
    expect(changesOf({ ...bare, query: { code: 'event-secret-5501' } })).toHaveLength(1);
    expect(changesOf({ ...bare, query: { key: 'event-secret-5501' } }, { eventSecretParameter: 'key' })).toHaveLength(
      1,
    );
    expect(
      changesOf({ ...bare, headers: { 'x-own': 'event-secret-5501' } }, { eventSecretHeader: 'X-Own' }),
    ).toHaveLength(1);
  });

  it.each([
    ['none at all', bare],
    ['a wrong one', notice(sound, 'wrong')],
    ['a blank one', notice(sound, '')],
    ['half of it', notice(sound, 'event-secret')],
    ['it in the wrong place', { ...bare, query: { key: 'event-secret-5501' } }],
    ['a wrong one before junk', notice('junk', 'wrong')],
  ])('is missed with %s, before anything is read', (_, raw) => {
    expect(codeOf(() => changesOf(raw))).toBe('unauthorized');
  });

  it('is needed: without one in the settings no notice is taken', () => {
    expect(codeOf(() => changesOf(notice(sound, ''), { eventSecret: '' }))).toBe('unauthorized');
  });
});

describe('a notice that is none', () => {
  it.each([
    '',
    '[]',
    'null',
    '"x"',
    '{}',
    '{"EventId":"1"}',
    '<xml/>',
    '{"BusinessEventId":',
    `{"a":"${'x'.repeat(2_000_001)}"}`,
  ])('is a bad response: %.30s', (body) => {
    expect(codeOf(() => changesOf(notice(body)))).toBe('bad-response');
  });

  it('never ends in anything but a translation or an ErpError', () => {
    const sound = executionContext('mserp_salesorderlineentity', {
      mserp_salesordernumber: 'S1',
      mserp_itemnumber: 'A',
    });
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
