export type TransactionType = 'SalesOrd' | 'Estimate' | 'RtnAuth' | 'ItemShip' | 'CustInvc' | 'CustCred' | 'CustPymt';

interface TypeFacts {
  /** As `BUILTIN.DF` shows the type. */
  readonly name: string;
  /** Its record type in the record API. */
  readonly record: string;
  /** Letters of the status and what they mean. */
  readonly statuses: Readonly<Record<string, string>>;
  /** What SuiteQL does to the signs of its lines: a sale takes away what it sells. */
  readonly lineSign: 1 | -1;
}

export const TRANSACTION_TYPES: Readonly<Record<TransactionType, TypeFacts>> = {
  SalesOrd: {
    name: 'Sales Order',
    record: 'salesOrder',
    statuses: {
      A: 'Pending Approval',
      B: 'Pending Fulfillment',
      C: 'Cancelled',
      D: 'Partially Fulfilled',
      E: 'Pending Billing/Partially Fulfilled',
      F: 'Pending Billing',
      G: 'Billed',
      H: 'Closed',
    },
    lineSign: -1,
  },
  Estimate: {
    name: 'Estimate',
    record: 'estimate',
    statuses: { A: 'Open', B: 'Processed', C: 'Closed', V: 'Voided', X: 'Expired' },
    lineSign: -1,
  },
  RtnAuth: {
    name: 'Return Authorization',
    record: 'returnAuthorization',
    statuses: {
      A: 'Pending Approval',
      B: 'Pending Receipt',
      C: 'Cancelled',
      D: 'Partially Received',
      E: 'Pending Refund/Partially Received',
      F: 'Pending Refund',
      G: 'Refunded',
      H: 'Closed',
    },
    lineSign: 1,
  },
  ItemShip: {
    name: 'Item Fulfillment',
    record: 'itemFulfillment',
    statuses: { A: 'Picked', B: 'Packed', C: 'Shipped' },
    lineSign: 1,
  },
  CustInvc: { name: 'Invoice', record: 'invoice', statuses: { A: 'Open', B: 'Paid In Full' }, lineSign: -1 },
  CustCred: { name: 'Credit Memo', record: 'creditMemo', statuses: { A: 'Open', B: 'Fully Applied' }, lineSign: 1 },
  CustPymt: {
    name: 'Payment',
    record: 'customerPayment',
    statuses: { A: 'Unapproved Payment', B: 'Not Deposited', C: 'Deposited' },
    lineSign: 1,
  },
};

export function statusName(type: TransactionType, letter: string): string {
  return TRANSACTION_TYPES[type].statuses[letter] ?? letter;
}
