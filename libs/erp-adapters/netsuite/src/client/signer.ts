import type { ErpHttp, ErpHttpReply, ErpHttpRequest } from '@headwater/erp-adapter-kit';
import type { Clock } from '@headwater/kernel';

/** Sends requests as the connection's user. */
export interface Signer {
  send(request: ErpHttpRequest, signal: AbortSignal): Promise<ErpHttpReply>;
  /** Signs in without a call, where signing in is a step of its own. */
  readonly signIn?: (signal: AbortSignal) => Promise<void>;
}

/** Runs a call as soon as the account has room for it. */
export type Admission = <T>(signal: AbortSignal, call: () => Promise<T>) => Promise<T>;

/** What every way to sign in works with. */
export interface SignerWire {
  readonly http: ErpHttp;
  readonly admitted: Admission;
  readonly connectionId: string;
  readonly clock: Clock;
}
