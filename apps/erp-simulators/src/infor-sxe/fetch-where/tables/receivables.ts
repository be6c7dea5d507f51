import { isZero } from '@headwater/kernel';
import { exact } from '../../json';
import type { TableRows } from './table';

/** Receivables: `statustype` is false once nothing is open. Amounts are numbers here, unlike in the invoice list. */
export const aret: TableRows = ({ world, company, pinned, options }) => {
  const customers = pinned('custno');
  const found =
    customers === undefined
      ? world.invoices({ company })
      : [...customers].flatMap((customer) => world.invoices({ customer, company }));
  return found.map((invoice) => {
    const credit = invoice.total.startsWith('-');
    return {
      cono: Number(company),
      custno: exact(invoice.customer),
      invno: exact(invoice.order),
      invsuf: invoice.release,
      seqno: 0,
      transcd: credit ? options.transactionCodes.creditMemo : options.transactionCodes.invoice,
      statustype: !isZero(invoice.open),
      disputefl: invoice.disputed,
      invdt: invoice.issuedOn,
      duedt: invoice.dueOn,
      amount: exact(invoice.total),
      paymtamt: exact(invoice.paid),
      amtdue: exact(invoice.open),
      custpo: invoice.customerPo,
      shipto: invoice.shipTo ?? '',
    };
  });
};
