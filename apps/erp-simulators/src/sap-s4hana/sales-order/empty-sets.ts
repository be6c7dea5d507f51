import type { EntitySet } from '../odata/model';
import { alpha, date, digits, guid, text, type Property } from '../odata/property';

/** Sets of the interface that the world has nothing for. */
interface Nothing {
  readonly never: never;
}

const nothing = (): string => '';

function emptySet(
  name: string,
  keys: readonly string[],
  { properties, since }: { readonly properties: readonly Property<Nothing>[]; readonly since?: 'current' },
): EntitySet<Nothing> {
  return {
    name,
    type: `${name}Type`,
    keys,
    properties,
    navigations: [],
    rows: () => [],
    ...(since === undefined ? {} : { since }),
  };
}

export const A_SALES_ORDER_TEXT = emptySet('A_SalesOrderText', ['SalesOrder', 'Language', 'LongTextID'], {
  properties: [
    alpha('SalesOrder', nothing),
    text('Language', nothing, { length: 2 }),
    text('LongTextID', nothing, { length: 4 }),
    text('LongText', nothing),
  ],
});

export const A_SALES_ORDER_PRECDG_PROC_FLOW = emptySet(
  'A_SalesOrderPrecdgProcFlow',
  ['SalesOrder', 'DocRelationshipUUID'],
  {
    since: 'current',
    properties: [
      alpha('SalesOrder', nothing),
      guid('DocRelationshipUUID', nothing),
      alpha('PrecedingDocument', nothing),
      text('PrecedingDocumentCategory', nothing, { length: 4 }),
      date('CreationDate', () => null),
    ],
  },
);

export const A_SALES_ORDER_BILLING_PLAN = emptySet('A_SalesOrderBillingPlan', ['SalesOrder', 'BillingPlan'], {
  since: 'current',
  properties: [alpha('SalesOrder', nothing), alpha('BillingPlan', nothing)],
});

export const A_SALES_ORDER_RELATED_OBJECT = emptySet(
  'A_SalesOrderRelatedObject',
  ['SalesOrder', 'SDDocRelatedObjectSequenceNmbr'],
  {
    since: 'current',
    properties: [
      alpha('SalesOrder', nothing),
      digits('SDDocRelatedObjectSequenceNmbr', nothing, { length: 3 }),
      text('SDDocRelatedObjectReference1', nothing, { length: 70 }),
    ],
  },
);
