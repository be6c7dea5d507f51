/** Which part of a call an error is about; the names are those of the error body. */
export interface ErrorFacts {
  readonly header?: string;
  readonly queryParam?: string;
  readonly path?: string;
  /** Why a read-only client should not have sent this; stands in the log, and in no answer. */
  readonly violation?: string;
}

/** What NetSuite refuses in its own words. */
export class NetsuiteError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(message);
    this.name = 'NetsuiteError';
  }
}

export function invalidParameter(message: string, facts: ErrorFacts = {}): NetsuiteError {
  return new NetsuiteError(400, 'INVALID_PARAMETER', message, facts);
}

export function noSuchRecord(): NetsuiteError {
  return new NetsuiteError(
    404,
    'NONEXISTENT_ID',
    'The record instance does not exist. Provide a valid record instance ID.',
  );
}

export function notFound(message: string): NetsuiteError {
  return new NetsuiteError(404, 'NOT_FOUND', message);
}

export function loginRefused(): NetsuiteError {
  return new NetsuiteError(
    401,
    'INVALID_LOGIN',
    'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.',
  );
}

export function permissionMissing(facts: ErrorFacts = {}): NetsuiteError {
  return new NetsuiteError(
    403,
    'INSUFFICIENT_PERMISSION',
    'Permission Violation: The role does not permit this operation.',
    facts,
  );
}
