import { equalsText } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import { ORDER_IN_FULL_SHAPE, ORDER_SHAPE } from '../orders/order.shapes';
import { siteNames, V4_ORDER_NAMES } from '../settings/site-names';
import { s4Metadata } from '../testing/s4-fixtures';
import { apiModel } from './edmx';
import { type EntityShape, planOf, siteFilter } from './entity-plan';
import { matchesName } from './name-pattern';

function plan(shape: EntityShape, api: 'salesOrders' | 'salesOrdersV4', release: 'current' | '2020' = 'current') {
  const model = apiModel(s4Metadata(api, release));
  if (model === undefined) throw new TypeError('the fixture is no EDMX');
  const names = siteNames(new Map(), api === 'salesOrdersV4' ? V4_ORDER_NAMES : undefined);
  return planOf(shape, { erp: 'SAP S/4HANA', connectionId: 'c1', model, names, api: 'API_SALES_ORDER_SRV' });
}

function refusal(shape: EntityShape): ErpError {
  try {
    plan(shape, 'salesOrders');
  } catch (error) {
    if (error instanceof ErpError) return error;
  }
  throw new TypeError('it was planned');
}

describe('a plan for a read', () => {
  it('selects what the release has of the optional fields, and all of the required', () => {
    const [now, then] = [plan(ORDER_SHAPE, 'salesOrders').select, plan(ORDER_SHAPE, 'salesOrders', '2020').select];
    expect(now).toEqual(expect.arrayContaining(['SalesOrder', 'TotalBlockStatus', 'OverallDeliveryStatus']));
    expect(then).toEqual(now.filter((name) => name !== 'TotalBlockStatus' && name !== 'OverallDeliveryStatus'));
  });

  it('expands the address of a partner only where the release has one', () => {
    const partners = (release: 'current' | '2020') =>
      plan(ORDER_IN_FULL_SHAPE, 'salesOrders', release).expand.find(({ navigation }) => navigation === 'to_Partner');
    expect(partners('current')?.expand?.map(({ navigation }) => navigation)).toEqual(['to_Address']);
    expect(partners('2020')?.expand).toEqual([]);
  });

  it('speaks the names of v4 and hands rows out under those of v2', () => {
    const v4 = plan(ORDER_IN_FULL_SHAPE, 'salesOrdersV4');
    expect(v4.set).toBe('SalesOrder');
    const [items] = v4.nested;
    expect(items).toMatchObject({ navigation: '_Item', as: 'to_Item' });
    expect(items?.plan.fields.get('Product')).toBe('Material');
    expect(items?.plan.fields.get('Plant')).toBe('ProductionPlant');
  });

  it('is refused by name where something essential is missing', () => {
    const field = refusal({ set: 'A_SalesOrder', required: ['SalesOrder', 'Shoesize'] });
    expect(field.code).toBe('unsupported');
    expect(field.message).toBe('SAP S/4HANA has no A_SalesOrder.Shoesize in API_SALES_ORDER_SRV of this release.');
    expect(refusal({ set: 'A_Nothing', required: [] }).message).toContain('has no A_Nothing in');
    const nested = { set: 'X', navigation: { name: 'to_X' }, as: 'to_X', need: 'required', required: [] } as const;
    const navigation = refusal({ set: 'A_SalesOrder', required: [], expand: [nested] });
    expect(navigation.message).toContain('A_SalesOrder.to_X');
  });

  it('filters by fields the release has and by no others', () => {
    const { fieldOf } = plan(ORDER_SHAPE, 'salesOrders');
    const filter = { all: [equalsText('SoldToParty', '1'), { not: { any: [equalsText('SalesOrderType', 'OR')] } }] };
    expect(siteFilter(filter, fieldOf)).toEqual(filter);
    expect(() => siteFilter(equalsText('Shoesize', '9'), fieldOf)).toThrow('A_SalesOrder.Shoesize');
  });

  it('follows the names of a site over those of a version', () => {
    const own = new Map([
      ['A_SalesOrderItem.Material', 'YY1_Material'],
      ['A_SalesOrder', 'YY1_Orders'],
    ]);
    const names = siteNames(own, V4_ORDER_NAMES);
    expect(names.set('A_SalesOrder')).toBe('YY1_Orders');
    expect(names.member('A_SalesOrderItem', 'Material')).toBe('YY1_Material');
    expect(names.member('A_SalesOrderItem', 'ProductionPlant')).toBe('Plant');
    expect(names.member('A_SalesOrder', 'to_Item')).toBe('_Item');
  });
});

describe('a pattern for names', () => {
  it.each([
    ['OrderIsBlocked*', 'OrderIsBlockedForCustomer', true],
    ['orderisblocked*', 'OrderIsBlockedForCustomer', true],
    ['OrderIsBlocked*', 'BillingIsBlockedForCustomer', false],
    ['*IsBlocked*', 'DeliveryIsBlocked', true],
    ['Order.sBlocked', 'OrderIsBlocked', false],
  ])('%s meets %s: %s', (pattern, name, expected) => {
    expect(matchesName([pattern], name)).toBe(expected);
  });
});
