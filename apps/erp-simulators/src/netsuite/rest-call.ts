import type { VendorRequest } from '../simulator';
import type { Books } from './books/books';

/** A call that was let in. */
export interface RestCall {
  readonly request: VendorRequest;
  readonly books: Books;
  /** Scheme and host the call came in at; links begin with it. */
  readonly origin: string;
}
