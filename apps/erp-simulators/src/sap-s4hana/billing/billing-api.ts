import type { ApiDefinition } from '../odata/model';
import { A_BILLING_DOCUMENT } from './billing-document';
import { A_BILLING_DOCUMENT_ITEM } from './billing-document-item';
import { GET_PDF } from './get-pdf';

export const BILLING_API: ApiDefinition = {
  name: 'API_BILLING_DOCUMENT_SRV',
  namespace: 'API_BILLING_DOCUMENT_SRV',
  version: '0001',
  sets: [A_BILLING_DOCUMENT, A_BILLING_DOCUMENT_ITEM],
  functions: [GET_PDF],
};
