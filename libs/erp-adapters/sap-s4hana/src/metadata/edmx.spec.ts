import { s4Metadata } from '../testing/s4-fixtures';
import { apiModel } from './edmx';

function edmx(schema: string): string {
  return `<?xml version="1.0"?><edmx:Edmx xmlns:edmx="x"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`;
}

describe('the description of an API', () => {
  it('tells the fields and navigations of v2, each by the role it leads to', () => {
    const model = apiModel(s4Metadata('salesOrders', 'current'));
    const order = model?.sets.get('A_SalesOrder');
    expect(order?.properties.has('OverallDeliveryStatus')).toBe(true);
    expect(order?.navigations.get('to_Item')).toBe('A_SalesOrderItemType');
    expect(model?.types.get('A_SalesOrderItemType')?.navigations.get('to_ScheduleLine')).toBe(
      'A_SalesOrderScheduleLineType',
    );
  });

  it('lacks in 2020 what newer releases added', () => {
    const order = apiModel(s4Metadata('salesOrders', '2020'))?.sets.get('A_SalesOrder');
    expect(order?.properties.has('SalesOrder')).toBe(true);
    expect(order?.properties.has('OverallDeliveryStatus')).toBe(false);
    expect(order?.properties.has('TotalBlockStatus')).toBe(false);
  });

  it('tells those of v4, which name their target themselves', () => {
    const order = apiModel(s4Metadata('salesOrdersV4', 'current'))?.sets.get('SalesOrder');
    expect(order?.navigations.get('_Item')).toBe('SalesOrderItemType');
    expect(order?.properties.has('BillingCompanyCode')).toBe(true);
  });

  it('tells function imports of an API without sets', () => {
    const model = apiModel(s4Metadata('atp', 'current'));
    expect([...(model?.functions ?? [])]).toContain('DetermineAvailabilityAt');
    expect(model?.sets.size).toBe(0);
  });

  it('spans several schemas', () => {
    const model = apiModel(
      edmx(
        '<Schema Namespace="A"><EntityType Name="T"><Property Name="F"/></EntityType></Schema>' +
          '<Schema Namespace="B"><EntityContainer Name="C"><EntitySet Name="S" EntityType="A.T"/></EntityContainer></Schema>',
      ),
    );
    expect(model?.sets.get('S')?.properties).toEqual(new Set(['F']));
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>x</title>'],
    ['another document', '<?xml version="1.0"?><fault>x</fault>'],
    ['no schema', edmx('')],
    ['no container', edmx('<Schema><EntityType Name="T"/></Schema>')],
    ['JSON', '{"d":{}}'],
    ['half of one', s4Metadata('salesOrders', 'current').slice(0, 900)],
    ['entities of its own', `<!DOCTYPE a [<!ENTITY b "c">]>${s4Metadata('atp', 'current')}`],
    ['more than any API', `<a>${' '.repeat(12_000_001)}</a>`],
  ])('is none where there is %s', (_, xml) => {
    expect(apiModel(xml)).toBeUndefined();
  });
});
