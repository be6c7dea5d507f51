import { redactionOf } from '../secrecy/redaction';
import { statusError } from './status-failure';
import { transportError } from './transport-failure';

const READING = { erp: 'Some ERP', connectionId: 'c1', nowEpochMs: 0 } as const;

function ofStatus(status: number, notFound: 'not-found' | 'unavailable' = 'unavailable') {
  return statusError({ status, headers: {}, setCookies: [], text: '' }, { ...READING, notFound });
}

function ofTransport(code: string) {
  const { signal } = new AbortController();
  return transportError(Object.assign(new Error('x'), { code }), { ...READING, signal, redact: redactionOf([]) });
}

describe('a refusal', () => {
  it.each([408, 429, 502, 503, 504])('with %i may be otherwise a moment later', (status) => {
    expect(ofStatus(status)?.transient).toBe(true);
  });

  it.each([301, 400, 401, 403, 404, 405, 409, 422, 500, 501])('with %i is not asked again', (status) => {
    expect(ofStatus(status)?.transient).toBe(false);
  });
});

describe('an exchange that failed', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'])(
    'with %s may succeed a moment later',
    (code) => {
      expect(ofTransport(code).transient).toBe(true);
    },
  );

  it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'EBODYTOOLARGE', 'EFORBIDDENNETWORK', 'HPE_INVALID'])(
    'with %s is not tried again',
    (code) => {
      expect(ofTransport(code).transient).toBe(false);
    },
  );
});
