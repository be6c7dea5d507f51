import { ErpError } from '@headwater/erp-contracts';

/** Whether a key can be a customer's: SX.e numbers them with up to 12 digits. */
export function isCustomerNumber(key: string): boolean {
  return /^\d{1,12}$/.test(key.trim());
}

/** A customer number, which is sent as a JSON number. */
export function customerNumber(key: string): number {
  if (isCustomerNumber(key)) return Number(key);
  throw new ErpError('not-found', 'Infor SX.e customer numbers are whole numbers of up to 12 digits.');
}

/** An order number, with or without a suffix (`100234`, `100234-01`): the order is all its suffixes. */
export function orderNumber(key: string): number {
  const digits = /^(\d{1,12})(?:-\d{1,2})?$/.exec(key.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  throw new ErpError(
    'not-found',
    'Infor SX.e order numbers are whole numbers, with or without a suffix of two digits.',
  );
}

/** `100234-01`, the name of a shipment and of an invoice. */
export function suffixedNumber(order: string, suffix: number): string {
  return `${order}-${String(suffix).padStart(2, '0')}`;
}

/** A text key as SX.e can hold it; a key no row can have is unknown before asking. */
export function textKey(key: string): string {
  const trimmed = key.trim();
  if (trimmed !== '') return trimmed;
  throw new ErpError('not-found', 'An empty key is unknown to Infor SX.e.');
}
