import { NetsuiteError } from '../netsuite-error';

/** A statement SuiteQL does not take; every reason comes behind the same two sentences. */
export class SuiteqlError extends NetsuiteError {
  constructor(reason: string) {
    super(
      400,
      'INVALID_PARAMETER',
      `Invalid search query. Detailed unprocessed description follows. Search error occurred: ${reason}`,
    );
    this.name = 'SuiteqlError';
  }
}

export function unsupported(what: string): SuiteqlError {
  return new SuiteqlError(`Invalid or unsupported search: ${what}.`);
}
