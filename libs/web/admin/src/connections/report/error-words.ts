import type { ErpErrorCode } from '@headwater/erp-contracts';

/** What an error of the ERP means to those who look after the connection. */
export const ERROR_WORDS: { readonly [C in ErpErrorCode]: string } = {
  unauthorized: 'It refuses the stored credentials. Test the connection to see which.',
  forbidden: 'Its service user may not read this.',
  'not-found': 'It does not know what was asked for. No failure.',
  'rate-limited': 'It asks to slow down.',
  timeout: 'No answer in time.',
  unavailable: 'It cannot be reached.',
  unsupported: 'This connection cannot answer that.',
  'invalid-request': 'It does not accept the question.',
  'bad-response': 'Its answer cannot be read, or something between answered in its place.',
  conflict: 'It reports a conflict.',
};
