import { isZero } from '@headwater/kernel';
import { daysBetween } from '../../world/calendar';
import type { Invoice } from '../../world/receivables/invoices';
import { grouped } from '../bag';
import { customerOf, limited, versionSuffix, type CallHandler, type SxeCall } from '../call';
import { table, type Fields } from '../envelope';
import { exact } from '../json';

/** Open items and history of one customer. Fields ending in `x` are text as a screen shows it, `raw` ones are numbers. */
export const invoiceList: CallHandler = (call) => {
  const customer = customerOf(call);
  const all = call.world.invoices({ customer: customer.number, company: call.company });
  const { rows, flag } = limited(
    call,
    all.filter((invoice) => isWanted(call, invoice)),
  );
  return {
    ...table(
      `artrans${versionSuffix(call.version)}`,
      rows.map((invoice) => toRow(call, invoice)),
    ),
    ...flag,
  };
};

function isWanted({ input }: SxeCall, invoice: Invoice): boolean {
  const status = input.text('cStatus')?.toUpperCase() ?? 'ALL';
  const open = !isZero(invoice.open);
  const credit = invoice.total.startsWith('-');
  const number = input.key('invoiceNumber');
  const shipTo = input.text('shipTo');
  return (
    (status === 'ALL' || (status === 'OPEN') === open) &&
    input.flag(credit ? 'includeCreditMemos' : 'includeInvoices') &&
    invoice.issuedOn >= (input.date('startDate') ?? '0000-00-00') &&
    invoice.issuedOn <= (input.date('endDate') ?? '9999-12-31') &&
    (number === undefined || invoice.order === number) &&
    (shipTo === undefined || invoice.shipTo === shipTo)
  );
}

function toRow({ options }: SxeCall, invoice: Invoice): Fields {
  const credit = invoice.total.startsWith('-');
  return {
    invnoraw: exact(invoice.order),
    invsufraw: invoice.release,
    transcd: credit ? 'CR' : 'IN',
    transcdraw: credit ? options.transactionCodes.creditMemo : options.transactionCodes.invoice,
    statustype: isZero(invoice.open) ? 'I' : 'A',
    disputefl: invoice.disputed,
    invdt: invoice.issuedOn,
    agedt: invoice.dueOn,
    enterdt: invoice.issuedOn,
    duedt: invoice.dueOn,
    discdt: null,
    amountx: grouped(invoice.total).padStart(15),
    amtduex: grouped(invoice.open).padStart(15),
    disctakenamt: 0,
    lasttransdt: invoice.paidOn,
    paydays: invoice.paidOn === null ? 0 : daysBetween(invoice.issuedOn, invoice.paidOn),
    custpono: invoice.customerPo,
  };
}
