import { type ErpHttpReply, jsonOf } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type VendorAnswer } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { clockHint } from './clock-skew';
import { ERP } from './erp-name';
import type { Signer } from './signer';
import { errorInBody, vendorFailure } from './vendor-failure';

/** One call of NetSuite. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What 404 means here. */
  readonly notFound: 'not-found' | 'unavailable';
}

export interface ExchangeSetting {
  readonly signer: Signer;
  readonly connectionId: string;
  readonly clock: Clock;
  readonly acceptLanguage: string | undefined;
}

function headersOf({ body, headers }: Exchange, language: string | undefined): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
}

/** RESTlets redirect a call that reached the wrong data centre; following it would carry the credentials elsewhere. */
function refuseRedirect({ status }: ErpHttpReply, connectionId: string): void {
  if (status < 300 || status >= 400) return;
  const message = `${ERP} sends this call elsewhere; check the account id and the addresses of the connection.`;
  throw new ErpError('bad-response', message, { connectionId });
}

/** Sends one call and hands out the JSON of its answer. Throws `ErpError`, also for an error in a 200. */
export async function exchanged(
  setting: ExchangeSetting,
  exchange: Exchange,
  call: ErpCall,
): Promise<VendorAnswer<unknown>> {
  const { signal, inPlace } = call;
  const { signer, connectionId, clock, acceptLanguage } = setting;
  const { method, url, body, notFound } = exchange;
  const sent = body === undefined ? '' : JSON.stringify(body);
  const headers = headersOf(exchange, acceptLanguage);
  const send = (): Promise<ErpHttpReply> =>
    signer.send({ method, url, headers, ...(body === undefined ? {} : { body: sent }) }, signal);
  // The gate of the signer knows this process only; whoever hands out places knows all that ask this account.
  const reply = await (inPlace === undefined ? send() : inPlace(signal, send));
  refuseRedirect(reply, connectionId);
  const reading = { erp: ERP, connectionId, nowEpochMs: clock.now(), notFound, sent };
  const failure = vendorFailure(reply, reading);
  if (failure?.code === 'unauthorized') {
    throw new ErpError(failure.code, `${failure.message}${clockHint(reply, clock)}`, { connectionId });
  }
  if (failure !== undefined) throw failure;
  const answer = jsonOf(reply, { erp: ERP, connectionId });
  const hidden = errorInBody(answer, reading);
  if (hidden !== undefined) throw hidden;
  return { value: answer, bytes: reply.text.length };
}
