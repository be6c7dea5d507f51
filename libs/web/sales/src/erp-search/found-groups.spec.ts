import type { ErpSearchGroup, Section } from '@headwater/erp-contracts';
import type { AskedAbout } from '../questions/asked-about';
import { okSection, PROBLEM } from '../testing/sections.builder';
import { anOrderView, aShipmentView, pageOf } from '../testing/views.builder';
import { foundGroups } from './found-groups';

const opened: AskedAbout[] = [];
const context = { nameOf: () => 'East', open: (about: AskedAbout) => void opened.push(about) };
const item = {
  ref: anOrderView().ref,
  number: 'BRG-6204',
  description: 'Ball bearing',
  unit: 'EA',
  units: [],
  active: true,
};

function found(way: ErpSearchGroup['way'], section: unknown) {
  return foundGroups([{ way, section: section as Section } as ErpSearchGroup], context);
}

function failed(code: string): unknown {
  return { status: 'failed', source: okSection(null).source, problem: { ...PROBLEM, code, title: 'Not available' } };
}

beforeEach(() => void opened.splice(0));

describe('what the ERPs found', () => {
  it('is an order that opens where its shipments are', () => {
    const [group] = found('order-number', okSection(anOrderView({ number: '114405', customerPo: 'PO-7' })));
    expect(group?.title).toBe('Order · East');
    expect(group?.entries.map(({ title, hint }) => [title, hint])).toEqual([
      ['114405', expect.stringContaining('PO PO-7')],
    ]);
    group?.entries[0]?.run();
    expect(opened).toEqual([{ connectionId: 'east', order: expect.objectContaining({ number: '114405' }) }]);
  });

  it('is the order a parcel belongs to', () => {
    const [group] = found('tracking-number', okSection(pageOf(aShipmentView())));
    group?.entries[0]?.run();
    expect(opened).toEqual([{ connectionId: 'east', order: { number: aShipmentView().order } }]);
  });

  it('is an item that opens with its stock', () => {
    const [group] = found('item', okSection(pageOf(item)));
    expect(group?.entries[0]).toMatchObject({ title: 'BRG-6204', hint: 'Ball bearing' });
    group?.entries[0]?.run();
    expect(opened).toEqual([{ connectionId: 'east', item }]);
  });

  it('is nothing where the ERP knows none, which needs no words', () => {
    expect(found('order-number', failed('not-found'))).toEqual([]);
    expect(found('item', okSection(pageOf()))).toEqual([]);
  });

  it('is trouble where the ERP could not say', () => {
    expect(found('item', failed('unavailable'))).toEqual([
      { title: 'Items · East', entries: [], trouble: 'Not available' },
    ]);
  });
});
