import type { IncomingHttpHeaders } from 'node:http';
import type { SignedInUser } from './signed-in-user';

/** Recognises who makes a request. */
export abstract class Sessions {
  /** Undefined where the request carries no session, or one that has ended. */
  abstract userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined>;
}
