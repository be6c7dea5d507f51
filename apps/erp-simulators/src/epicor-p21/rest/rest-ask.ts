import type { Clock } from '@headwater/kernel';
import type { VendorAnswer, VendorRequest } from '../../simulator';
import type { Scene } from '../tables/column';
import { ARGUMENT_EXCEPTION, BUSINESS_EXCEPTION, errorReply, P21Error, type EnvelopeParts } from '../wire/p21-error';
import { rendered, type P21Reply } from '../wire/reply';

export interface RestAsk {
  readonly request: VendorRequest;
  readonly scene: Scene;
  readonly clock: Clock;
  /** Address of the server as the caller wrote it. */
  readonly origin: string;
  /** Segments after the family's own, percent-decoded; a slash at the end is an empty last one. */
  readonly rest: readonly string[];
}

export type RestAnswer = VendorAnswer | Promise<VendorAnswer>;

/** Runs a read and puts what it throws into the envelope. */
export function answering(ask: RestAsk, read: () => P21Reply): VendorAnswer {
  const { request, scene } = ask;
  return rendered(attempted(ask, read), request, scene.options);
}

function attempted({ scene, clock }: RestAsk, read: () => P21Reply): P21Reply {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof P21Error)) throw error;
    const { status, errorType, message } = error;
    return errorReply({ status, errorType, message }, scene.options, clock);
  }
}

/** Something a read-only client does not send: refused, and noted. */
export function refusedWrite(ask: RestAsk, violation: string): VendorAnswer {
  const parts: EnvelopeParts = {
    status: ask.scene.options.businessErrorStatus,
    errorType: BUSINESS_EXCEPTION,
    message: 'The transaction could not be saved.',
    violation,
  };
  return rendered(errorReply(parts, ask.scene.options, ask.clock), ask.request, ask.scene.options);
}

export function businessError(ask: Pick<RestAsk, 'scene'>, message: string): P21Error {
  return new P21Error(ask.scene.options.businessErrorStatus, BUSINESS_EXCEPTION, message);
}

export function argumentError(ask: Pick<RestAsk, 'scene'>, message: string): P21Error {
  return new P21Error(ask.scene.options.argumentErrorStatus, ARGUMENT_EXCEPTION, message);
}

/** Some calls never come back. The caller's patience ends it. */
export function never(): Promise<VendorAnswer> {
  return new Promise<VendorAnswer>(() => undefined);
}
