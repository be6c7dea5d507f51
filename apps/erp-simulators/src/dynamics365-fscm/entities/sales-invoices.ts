import { amountOf } from '../../world/orders/order-amounts';
import { COMPANY_IDS, toOrderNumber } from '../companies';
import { entitySet } from '../edm/entity-set';
import { day, decimal, text, undocumented } from '../edm/properties';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { ordersIn } from './orders-in';
import { unitPrice } from './prices';
import { invoicedReleases, shippedLines, type ReleaseLineSource, type ReleaseSource } from './releases';

/** Posted invoices and credit notes. When one is due, and what of it is open, only customer transactions tell. */
export function salesInvoiceHeaders(options: FscmOptions): EntitySet {
  return entitySet<ReleaseSource>(
    {
      name: 'SalesInvoiceHeadersV2',
      entity: 'SalesInvoiceHeaderV2',
      table: 'SalesInvoiceHeaderV2Entity',
      key: ['dataAreaId', 'InvoiceNumber'],
      properties: [
        text('dataAreaId', ({ order }) => COMPANY_IDS[order.company]),
        text('InvoiceNumber', ({ number }) => number),
        day('InvoiceDate', ({ release }) => release.invoice?.issuedOn ?? null),
        text('SalesOrderNumber', ({ order }) => toOrderNumber(order.number)),
        text('InvoiceCustomerAccountNumber', ({ order }) => order.customer),
        text('CustomersOrderReference', ({ order }) => order.customerPo),
        decimal('TotalInvoiceAmount', ({ release }) => release.invoice?.total ?? '0'),
        decimal('TotalTaxAmount', () => '0'),
        text('PaymentTermsName', ({ order }) => order.terms),
        undocumented(text('CurrencyCode', ({ order }) => order.currency)),
      ],
      find: (scan) =>
        ordersIn(scan, {
          order: 'SalesOrderNumber',
          document: 'InvoiceNumber',
          customers: ['InvoiceCustomerAccountNumber'],
        }).flatMap(invoicedReleases),
    },
    options,
  );
}

/** Not `SalesInvoiceLinesV2`, although the headers are. */
export function salesInvoiceLines(options: FscmOptions): EntitySet {
  return entitySet<ReleaseLineSource>(
    {
      name: 'SalesInvoiceLines',
      entity: 'SalesInvoiceLine',
      table: 'SalesInvoiceLineEntity',
      key: ['dataAreaId', 'InvoiceNumber', 'LineNumber'],
      properties: [
        text('dataAreaId', ({ order }) => COMPANY_IDS[order.company]),
        text('InvoiceNumber', ({ number }) => number),
        decimal('LineNumber', ({ line }) => String(line.lineNo)),
        text('ProductNumber', ({ line }) => line.item),
        text('ProductDescription', ({ line }) => line.description),
        decimal('InvoicedQuantity', ({ shipped }) => shipped),
        decimal('SalesPrice', ({ line }) => unitPrice(line.unitPrice, options).price),
        text('SalesUnitSymbol', ({ line }) => line.unit),
        decimal('LineAmount', ({ order, line, shipped }) => amountOf(shipped, line.unitPrice, order.currency)),
      ],
      find: (scan) => ordersIn(scan, { document: 'InvoiceNumber' }).flatMap(invoicedReleases).flatMap(shippedLines),
    },
    options,
  );
}
