/** What goes wrong on HTTP/2 beyond what sockets and TLS report. */
export type WireFailureCode =
  /** The ERP took the request and reset its stream, or its session ended, before it answered. */
  | 'EH2RESET'
  /** The session stopped answering pings: a half-open connection. */
  | 'EH2SILENT'
  /** The ERP finds that we ask too much (RFC 9113: ENHANCE_YOUR_CALM). */
  | 'EH2CALM'
  /** The ERP says that it did not look at the request, and said so again when it was sent anew. */
  | 'EH2UNPROCESSED'
  /** The transport of the connection was closed. */
  | 'ECLOSED';

export class WireFailure extends Error {
  override readonly name: string = 'WireFailure';

  constructor(
    message: string,
    readonly code: WireFailureCode,
  ) {
    super(message);
  }
}

/** The peer did not look at the request, so that it may be sent once more whatever its method. */
export class UnprocessedFailure extends WireFailure {
  override readonly name = 'UnprocessedFailure';

  constructor(readonly demandsHttp1 = false) {
    super('the request was not looked at', 'EH2UNPROCESSED');
  }
}
