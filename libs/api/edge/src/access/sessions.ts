import type { IncomingHttpHeaders } from 'node:http';
import type { SignedInUser } from './signed-in-user';

/** Recognises who makes a request. */
export abstract class Sessions {
  /** Undefined where the request carries no session, or one that has ended. */
  abstract userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined>;

  /** The same where it is known without asking anyone; undefined says nothing but that it has to be asked. */
  recent(_headers: IncomingHttpHeaders): SignedInUser | undefined {
    return undefined;
  }
}
