import type { Problem } from '@headwater/kernel';
import type { ErpError, ErpErrorCode } from './erp-error';

interface ProblemTemplate {
  readonly status: number;
  readonly title: string;
}

/**
 * One status and title per code, exhaustive by type. An ERP that refuses *our* credentials is a 502:
 * a 401 would tell the browser that the user's own session ended.
 */
const TEMPLATES: { readonly [Code in ErpErrorCode]: ProblemTemplate } = {
  unauthorized: { status: 502, title: 'The ERP refused the stored credentials' },
  forbidden: { status: 403, title: 'The ERP does not allow this read' },
  'not-found': { status: 404, title: 'Not found in the ERP' },
  'rate-limited': { status: 503, title: 'The ERP asks to slow down' },
  timeout: { status: 504, title: 'The ERP did not answer in time' },
  unavailable: { status: 503, title: 'The ERP cannot be reached' },
  unsupported: { status: 422, title: 'This ERP connection cannot do that' },
  'invalid-request': { status: 422, title: 'The ERP did not accept the question' },
  'bad-response': { status: 502, title: 'The ERP answered with something unreadable' },
  conflict: { status: 409, title: 'The ERP reports a conflict' },
};

/** The RFC 9457 document of an ERP failure. */
export function toErpProblem(error: ErpError, connectionId: string | undefined): Problem {
  const { status, title } = TEMPLATES[error.code];
  const connection = error.connectionId ?? connectionId;
  return {
    type: `urn:headwater:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    ...(connection === undefined ? {} : { connectionId: connection }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterS: Math.ceil(error.retryAfterMs / 1000) }),
  };
}
