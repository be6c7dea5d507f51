import type { ErpErrorCode } from '@headwater/erp-contracts';

/** What a failed exchange means, in Headwater's own words. */
export interface FailureMeaning {
  readonly code: ErpErrorCode;
  readonly sentence: (erp: string) => string;
  /** What an admin can do about it, where that is more than the code of the error tells. */
  readonly fix?: string;
  /** Whether it may go well a moment later; as the code says where absent. */
  readonly transient?: boolean;
}

const UNREACHABLE: FailureMeaning = { code: 'unavailable', sentence: (erp) => `${erp} cannot be reached.` };
const BROKEN_OFF: FailureMeaning = {
  code: 'unavailable',
  sentence: (erp) => `${erp} broke off the connection.`,
  fix: 'Check host and port: a firewall or a server for something else ends the connection. Where the ERP wants a client certificate, check that it trusts ours.',
};
const CLOSING: FailureMeaning = {
  code: 'unavailable',
  sentence: (erp) => `The connection to ${erp} is being closed.`,
};
export const TOO_SLOW: FailureMeaning = {
  code: 'timeout',
  sentence: (erp) => `${erp} did not answer in time.`,
};
const NO_CONNECTION: FailureMeaning = {
  ...TOO_SLOW,
  fix: 'Check host and port, and that a firewall between here and there lets the connection through: nothing came back.',
};
const UNREADABLE: FailureMeaning = {
  code: 'bad-response',
  sentence: (erp) => `${erp} answered with something that is not valid HTTP or is cut short.`,
};
const NO_ROUTE: FailureMeaning = { ...UNREACHABLE, fix: 'Check the network: there is no way from here to that host.' };

const BY_CODE: { readonly [code: string]: FailureMeaning } = {
  ENOTFOUND: {
    code: 'unavailable',
    sentence: (erp) => `The host name of ${erp} is not known.`,
    fix: 'Check the host name for typing mistakes, and that the DNS this server uses knows it.',
  },
  EAI_AGAIN: {
    code: 'unavailable',
    sentence: (erp) => `The host name of ${erp} cannot be looked up just now.`,
    fix: 'The DNS this server uses does not answer: try again, or have it looked at.',
  },
  ECONNREFUSED: {
    code: 'unavailable',
    sentence: (erp) => `${erp} cannot be reached: nothing answers at its port.`,
    fix: 'Check the port of the address, and that the ERP’s web service is running.',
  },
  EHOSTUNREACH: NO_ROUTE,
  ENETUNREACH: NO_ROUTE,
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  UND_ERR_SOCKET: BROKEN_OFF,
  EH2RESET: BROKEN_OFF,
  EH2SILENT: BROKEN_OFF,
  EH2UNPROCESSED: BROKEN_OFF,
  EH2CALM: { code: 'rate-limited', sentence: (erp) => `${erp} asks to slow down.` },
  ECLOSED: CLOSING,
  UND_ERR_DESTROYED: CLOSING,
  UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
  UND_ERR_HEADERS_TIMEOUT: TOO_SLOW,
  UND_ERR_BODY_TIMEOUT: TOO_SLOW,
  ETIMEDOUT: NO_CONNECTION,
  UND_ERR_HEADERS_OVERFLOW: UNREADABLE,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: UNREADABLE,
  EBODYUNREADABLE: UNREADABLE,
  EBODYTOOLARGE: { code: 'bad-response', sentence: (erp) => `${erp} answered with more than can be read at once.` },
  EFORBIDDENNETWORK: {
    code: 'invalid-request',
    sentence: (erp) => `The address of ${erp} leads into a network that is not allowed for ERP connections.`,
    fix: 'Give the public name of the ERP, or have the deployment allow private networks.',
  },
};

function untrusted(why: string, fix: string): FailureMeaning {
  return { code: 'unavailable', sentence: (erp) => `The certificate of ${erp} ${why}.`, fix, transient: false };
}

/** TLS alerts with which the ERP refuses the certificate we showed it, or did not show. */
const CLIENT_REFUSED =
  /^ERR_SSL_.*ALERT_(CERTIFICATE_|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/;

const BY_PATTERN: readonly (readonly [RegExp, FailureMeaning])[] = [
  [/^HPE_/, UNREADABLE],
  [
    CLIENT_REFUSED,
    {
      code: 'unauthorized',
      sentence: (erp) => `${erp} asks for a client certificate, and was shown none it accepts.`,
      fix: 'Give a client certificate with its key, not expired, of an authority the ERP trusts.',
    },
  ],
  [/^CERT_HAS_EXPIRED$/, untrusted('has expired', 'Have the ERP’s certificate renewed.')],
  [
    /^CERT_NOT_YET_VALID$/,
    untrusted('is not valid yet', 'Check the clocks of this server and of the ERP; the certificate starts later.'),
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    untrusted(
      'is for another host name',
      'Use the host name the certificate is made for, or have it made for this one.',
    ),
  ],
  [
    /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/,
    untrusted(
      'is of an authority that is not trusted here',
      'Have the ERP send its intermediate certificates. For an authority of your own, name its certificate in NODE_EXTRA_CA_CERTS of this server.',
    ),
  ],
  [/^(CERT_|ERR_TLS)/, untrusted('cannot be trusted', 'Have the ERP’s certificate looked at.')],
  [
    /^(ERR_SSL|EPROTO)/,
    {
      code: 'unavailable',
      sentence: (erp) => `${erp} does not speak TLS as it should.`,
      fix: 'Check the port: it must be the one for https. The ERP must know TLS 1.2 or later.',
      transient: false,
    },
  ],
];

/** The meaning of an error code of a socket, of TLS, of the HTTP clients, or of our own. */
export function meaningOf(code: string): FailureMeaning {
  return BY_CODE[code] ?? BY_PATTERN.find(([pattern]) => pattern.test(code))?.[1] ?? UNREACHABLE;
}
