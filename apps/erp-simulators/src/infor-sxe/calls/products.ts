import type { Item } from '../../world/model/item';
import { CATEGORIES } from '../../world/items/categories';
import { limited, versionSuffix, type CallHandler, type SxeCall } from '../call';
import { SxeError, SxeViolation, table, type Fields } from '../envelope';
import { exact } from '../json';

/** Products whose code starts with what was given; only the codes come back. */
export const productList: CallHandler = (call) => {
  const start = call.input.text('productCode')?.toUpperCase() ?? '';
  const words = [1, 2, 3, 4, 5].flatMap((at) => call.input.text(`keyWord${at}`)?.toUpperCase() ?? []);
  const found = call.world.items
    .all()
    .filter((item) => item.number.startsWith(start) && words.every((word) => describes(item, word)));
  const { rows, flag } = limited(call, found);
  return {
    ...table(
      `prod${versionSuffix(call.version)}`,
      rows.map((item) => ({ prod: item.number })),
    ),
    ...flag,
  };
};

export const productGeneral: CallHandler = (call) => {
  const item = itemOf(call);
  return {
    description1: item.description,
    description2: item.description2,
    lookupName: item.description.toUpperCase().slice(0, 15),
    crossReferenceProduct: item.substitutes[0] ?? '',
    productCategory: item.category,
    enteredDate: item.createdOn,
    statusType: item.active ? 'A' : 'I',
    stockingUnit: item.unit,
    sellingUnit: item.sellingUnit,
    vendorProduct: item.manufacturerPart,
  };
};

/** `updateRecords: true` would mark the rows as processed: a read with a side effect. */
export const catalogItems: CallHandler = (call) => {
  if (call.input.flag('updateRecords')) throw new SxeViolation('updateRecords marks catalog rows as processed');
  const since = call.input.date('updateDate') ?? '0000-00-00';
  const { rows, flag } = limited(
    call,
    call.world.items.all().filter((item) => item.createdOn >= since),
  );
  return { ...table(`itemmaster${versionSuffix(call.version)}`, rows.map(catalogRow)), ...flag };
};

export const productCategories: CallHandler = () =>
  table(
    'codeLst',
    CATEGORIES.map(({ code, description }) => ({ codeValue: code, codeDesc: description })),
  );

function itemOf({ world, input }: SxeCall): Item {
  const found = world.items.get(input.text('productCode', 'product', 'prod') ?? '');
  if (found === undefined) throw new SxeError('Product Not Set Up in Product Setup - ICSP (4600)');
  return found;
}

function describes(item: Item, word: string): boolean {
  return `${item.number} ${item.description} ${item.description2}`.toUpperCase().includes(word);
}

function catalogRow(item: Item): Fields {
  return {
    prod: item.number,
    descrip1: item.description,
    descrip2: item.description2,
    listprice1: exact(item.listPrice ?? '0'),
    unit1: item.sellingUnit,
    unitstock: item.unit,
    vendno: 0,
    preventfl: !item.active,
  };
}
