import type { ErpCallTurn } from '@headwater/erp-contracts';

/** One request, ready to be sent over whatever the origin speaks. */
export interface WireRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Bytes of body, as sent, that are read at most. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Where it stands in line. */
  readonly turn?: ErpCallTurn | undefined;
}

/** An answer whose body is complete. */
export interface WireAnswer {
  readonly status: number;
  /** Lower-case names; `set-cookie` unfolded. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As sent, still packed where `content-encoding` says so. */
  readonly body: Buffer;
}

/** Carries requests to any origin. */
export interface Wire {
  /** Rejects with the signal's reason on abort, otherwise with an error that has a `code`. */
  exchange(request: WireRequest): Promise<WireAnswer>;
  /** Opens what the next request to the origin will use. Rejects where it cannot be opened. */
  prime(url: URL): Promise<void>;
  /** Ends every connection; what is in flight is rejected. */
  close(): Promise<void>;
}
