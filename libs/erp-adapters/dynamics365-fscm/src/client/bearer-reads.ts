import {
  type ErpHttp,
  type ErpHttpRequest,
  sendWithBearer,
  sharedRead,
  type TokenSource,
} from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { ERP } from './erp-name';
import { judged, type Judgement } from './fscm-failure';

export type Meaning = Pick<Judgement, 'notFound' | 'names'>;

/** Reads JSON with the connection's token. */
export interface BearerReads {
  /** Throws `ErpError`, also for an error inside a 200. */
  json(request: ErpHttpRequest, meaning: Meaning, call: ErpCall): Promise<unknown>;
  /** Asks for a token without a call; for the connection test. */
  authenticate(call: ErpCall): Promise<void>;
}

export interface BearerWire {
  readonly http: ErpHttp;
  readonly tokens: TokenSource;
  readonly connectionId: string;
  readonly clock: Clock;
}

export function createBearerReads({ http, tokens, connectionId, clock }: BearerWire): BearerReads {
  return {
    async json(request, { notFound, names }, call) {
      if (call.signal.aborted) throw tooLate(connectionId);
      return sharedRead(call, {
        // What a 404 means, and which fields a refusal may name, is part of how the answer is understood.
        question: [request.method, request.url, request.body ?? '', notFound, ...names].join(' '),
        ask: async ({ signal, turn }) => {
          const reply = await sendWithBearer({ http, tokens }, { ...request, turn }, signal);
          const value = judged(reply, { connectionId, nowEpochMs: clock.now(), notFound, names });
          return { value, bytes: reply.text.length };
        },
      });
    },
    async authenticate({ signal }) {
      if (signal.aborted) throw tooLate(connectionId);
      await tokens.token(signal);
    },
  };
}

export function tooLate(connectionId: string): ErpError {
  return new ErpError('timeout', `${ERP} was not asked any more: the time for it was up.`, { connectionId });
}
