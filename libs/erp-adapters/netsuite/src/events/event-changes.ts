import { ANY_KEY, type ErpChange } from '@headwater/erp-contracts';
import type { Notice } from './notice.schema';

type Rule = (notice: Notice) => readonly ErpChange[];

/** A document that is gone must not be shown as last known; without its number, that would hide every other one. */
function isHard({ context, number }: Notice): boolean {
  return context?.toLowerCase() === 'delete' && number !== undefined;
}

function party({ customer, order }: Notice): Pick<ErpChange, 'customer' | 'order'> {
  return { ...(customer === undefined ? {} : { customer }), ...(order === undefined ? {} : { order }) };
}

/** Internal ids are not what anything is asked for by. */
function named(kind: ErpChange['kind']): Rule {
  return (notice) => [{ kind, key: notice.number ?? ANY_KEY, ...party(notice), hard: isHard(notice) }];
}

/** Orders commit stock, shipments and receipts move it. */
const stock: Rule = ({ items }) => {
  const keys = items === undefined || items === null || items.length === 0 ? [ANY_KEY] : items;
  return [...new Set(keys)].map((key) => ({ kind: 'availability', key, hard: false }));
};

/** A payment changes what is open of the invoices it is applied to, which it does not name. */
const payment: Rule = (notice) => [
  { kind: 'invoice', key: ANY_KEY, ...party({ ...notice, order: undefined }), hard: false },
];

const anyPrice: Rule = () => [{ kind: 'price', key: ANY_KEY, hard: false }];

function both(first: Rule, second: Rule): Rule {
  return (notice) => [...first(notice), ...second(notice)];
}

const item = named('item');

/** By record type, in lower case without `_`. Records that nothing of ours shows change nothing. */
const RULES: Readonly<Record<string, Rule>> = {
  salesorder: both(named('order'), stock),
  itemfulfillment: both(named('shipment'), stock),
  invoice: named('invoice'),
  creditmemo: named('invoice'),
  customerpayment: payment,
  customerrefund: payment,
  customerdeposit: payment,
  depositapplication: payment,
  customer: named('customer'),
  inventoryitem: item,
  lotnumberedinventoryitem: item,
  serializedinventoryitem: item,
  assemblyitem: item,
  lotnumberedassemblyitem: item,
  serializedassemblyitem: item,
  noninventoryitem: item,
  noninventorysaleitem: item,
  noninventoryresaleitem: item,
  kititem: item,
  serviceitem: item,
  servicesaleitem: item,
  itemreceipt: stock,
  inventoryadjustment: stock,
  inventorytransfer: stock,
  inventorycount: stock,
  transferorder: stock,
  purchaseorder: stock,
  workorder: stock,
  assemblybuild: stock,
  assemblyunbuild: stock,
  bintransfer: stock,
  returnauthorization: stock,
  cashsale: stock,
  pricelevel: anyPrice,
  pricinggroup: anyPrice,
};

/** What a record's change makes questionable. */
export function changesOf(notice: Notice): readonly ErpChange[] {
  const type = notice.type.toLowerCase().replaceAll('_', '');
  return RULES[type]?.(notice) ?? [];
}
