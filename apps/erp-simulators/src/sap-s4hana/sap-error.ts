/** Codes as SAP styles them: gateway messages, message classes, and GUIDs of the query processor. */
const CODES = {
  notFound: '/IWBEP/CM_MGW_RT/020',
  inactive: '/IWBEP/CM_MGW_RT/026',
  forbidden: '/IWFND/MED/170',
  business: '/IWBEP/CX_MGW_BUSI_EXCEPTION',
  authority: 'SY/530',
  query: '005056A509B11EE1B9A8FEC11C21578E',
} as const;

/** A refusal that becomes the vendor's error document, in the format and protocol of the call. */
export class SapError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  static notFound(segment: string): SapError {
    return new SapError(404, CODES.notFound, `Resource not found for segment '${segment}'`);
  }

  static noSuchApi(name: string, version: string): SapError {
    return new SapError(404, CODES.inactive, `No service found for namespace '', name '${name}', version '${version}'`);
  }

  /** An API that exists but is not activated on premises, or not opened by a communication arrangement in the cloud. */
  static inactiveApi(name: string, status: 403 | 404): SapError {
    if (status === 404) return SapError.noSuchApi(name, '0001');
    return new SapError(403, CODES.forbidden, `No authorization to access Service '${name}'`);
  }

  /** Unknown in `$select`, `$filter`, `$orderby` and `$expand` alike: the whole call is refused. */
  static unknownProperty(name: string, type: string): never {
    throw new SapError(400, CODES.query, `Property '${name}' not found in type '${type}'`);
  }

  static badQuery(message: string): SapError {
    return new SapError(400, CODES.query, message);
  }

  static business(message: string): SapError {
    return new SapError(400, CODES.business, message);
  }

  static readOnly(what: string): SapError {
    return new SapError(403, CODES.authority, `You are not authorized to change ${what}`);
  }
}
