import type { FunctionImport } from '../odata/model';
import { text } from '../odata/property';
import { withoutZeros } from '../odata/comparable';
import { keyPins } from '../odata/pins';
import { SapError } from '../sap-error';
import { billingNumber, billingRows, type BillingRow } from './billing-rows';

/** The printed bill, base64 in the answer. */
export const GET_PDF: FunctionImport<BillingRow> = {
  name: 'GetPDF',
  parameters: [{ name: 'BillingDocument', type: 'Edm.String' }],
  returns: {
    name: 'GetPDFResult',
    properties: [text('BillingDocumentBinary', (row) => Buffer.from(pdf(row)).toString('base64'))],
  },
  multiplicity: 'one',
  call: (scope, given) => {
    const BillingDocument = withoutZeros(given['BillingDocument'] ?? '');
    const [found] = billingRows(scope, keyPins({ BillingDocument }));
    if (found === undefined) throw SapError.business(`Billing document ${BillingDocument} does not exist`);
    return [found];
  },
};

/** The smallest page that readers open. */
function pdf(row: BillingRow): string {
  const stream = `BT /F1 18 Tf 72 720 Td (Invoice ${billingNumber(row)}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj',
    `4 0 obj << /Length ${stream.length} >> stream\n${stream}\nendstream endobj`,
    '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n');
}
