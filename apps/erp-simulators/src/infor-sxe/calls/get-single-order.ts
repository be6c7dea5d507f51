import type { CallHandler, SxeCall } from '../call';
import { versionSuffix } from '../call';
import { headerBag, type BagEntry } from '../bag';
import { SxeError, table, type Fields } from '../envelope';
import type { OrderSuffix } from '../order-suffix';
import { headerEntries, totalEntries } from './order-header';
import { lineEntries, lineRow } from './order-line';

/** One suffix. From version 3 on it carries only the sections asked for; older ones carry everything. */
export const getSingleOrder: CallHandler = (call) => {
  const suffix = suffixOf(call);
  const wants = (section: string): boolean => call.version < 3 || call.input.flag(section);
  const { order, release } = suffix;
  const entries: readonly BagEntry[] = [
    ...(wants('includeHeaderData') ? headerEntries(call, suffix) : []),
    ...(wants('includeTotalData') ? totalEntries(suffix) : []),
    ...(wants('includeLineData') ? release.lines.flatMap((line) => lineEntries(order, line)) : []),
  ];
  const lines = wants('includeLineData') ? release.lines.map((line) => lineRow(suffix, line)) : [];
  return {
    ...headerBag('fieldlist', entries),
    ...table(`oelineitem${versionSuffix(call.version)}`, lines),
    ...taxes(wants('includeTaxData')),
  };
};

function suffixOf({ world, company, input }: SxeCall): OrderSuffix {
  const order = world.orders.get(input.key('orderNumber') ?? '', company);
  const release = order?.releases.find((candidate) => candidate.index === (input.integer('orderSuffix') ?? 0));
  const customer = input.key('customerNumber');
  const belongs = customer === undefined || order?.customer === customer;
  if (order === undefined || release === undefined || !belongs) throw new SxeError('Order Not Found');
  return { order, release };
}

/** Everything is sold for resale here, so the one tax row is exempt; its amount is text, unlike all other amounts. */
function taxes(wanted: boolean): Fields {
  return {
    ...table('oetaxsa', wanted ? [{ taxcode: 'EX', taxamt: '0.00' }] : []),
    ...table('oetaxar', wanted ? [{ taxcode: 'EX', localcode: 'Resale exempt' }] : []),
  };
}
