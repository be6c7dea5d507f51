import { remembering } from '@headwater/erp-adapter-kit';
import { ErpError, type OrderStatus } from '@headwater/erp-contracts';
import { ownName } from '../client/display-name';

/** What NetSuite says of a status: a code and its display text. */
export interface SaidStatus {
  readonly status?: string | undefined;
  readonly statusname?: string | undefined;
}

interface KnownStatus {
  readonly status: OrderStatus;
  readonly words: string;
}

/** The status letters of sales orders. An order that waits for approval is not released to anybody. */
const LETTERS: { readonly [letter: string]: KnownStatus } = {
  A: { status: 'on-hold', words: 'pending approval' },
  B: { status: 'open', words: 'pending fulfillment' },
  C: { status: 'cancelled', words: 'cancelled' },
  D: { status: 'partly-shipped', words: 'partially fulfilled' },
  E: { status: 'partly-shipped', words: 'pending billing/partially fulfilled' },
  F: { status: 'shipped', words: 'pending billing' },
  G: { status: 'invoiced', words: 'billed' },
  H: { status: 'closed', words: 'closed' },
};

const letterIn = remembering((status) => /^(?:[A-Za-z]+:)?([A-Za-z])$/.exec(status)?.[1]?.toUpperCase());

/**
 * The letter of a selected status. Filters take `SalesOrd:B`; what is selected comes back as the bare letter, or as
 * its display text only.
 */
export function statusLetter({ status, statusname }: SaidStatus): string | undefined {
  const letter = status === undefined ? undefined : letterIn(status);
  if (letter !== undefined) return letter;
  const words = [status, statusname].map((text) =>
    ownName(text ?? '')
      .toLowerCase()
      .replace(/ ?\/ ?/, '/'),
  );
  return Object.keys(LETTERS).find((known) => words.includes(LETTERS[known]?.words ?? '?'));
}

/** A status the adapter does not know is an error: an order shown as open that is not would be worse. */
export function orderStatusOf(said: SaidStatus, overrides: ReadonlyMap<string, OrderStatus>): OrderStatus {
  const letter = statusLetter(said) ?? '';
  const status = overrides.get(letter) ?? LETTERS[letter]?.status;
  if (status !== undefined) return status;
  throw new ErpError(
    'bad-response',
    'NetSuite names an order status of unknown meaning; say what it means in the order statuses of the connection.',
  );
}

/** NetSuite's own words, without the document type before them (`Sales Order : Pending Fulfillment`). */
export function statusWords({ status, statusname }: SaidStatus): string {
  return ownName(statusname ?? status ?? '');
}
