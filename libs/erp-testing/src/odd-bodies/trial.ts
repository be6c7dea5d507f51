import { createHash } from 'node:crypto';
import { ErpError, type ErpErrorCode, type SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '../builders/refs';
import { type Ask, askAny, type Outcome, settled } from '../contract/bench';
import { ensure, ensureNone } from '../contract/check';
import { VENDOR_WORDS } from '../contract/erp-adapter-contract';
import { leaksIn } from '../contract/secrecy';
import {
  rendered,
  type ReplayAnswer,
  type ReplayExchange,
  type ReplayRequest,
  scriptedAnswer,
  startReplayServer,
} from '../replay/replay-server';
import { flawsOfReading } from '../shapes/operation-shapes';
import type { OddBodyTrial } from './odd-body';

/** A value that was read half. */
const HALF_READ = /\bNaN\b|\bundefined\b|\[object /;

/** Values of odd fields, as they would look in a message that tells too much. */
const TOLD = /12345678901234567890|1\.234,50|31\.12\.2026|next week|Padded|VENDORWORD/;

/** What came of a question: the view, or the code of the error. */
export type Result = { readonly data: unknown } | { readonly code: ErpErrorCode };

export interface TrialQuestion {
  readonly ask: Ask;
  /** Asked before the usual ones. */
  readonly answers?: readonly ReplayExchange[];
  readonly settings?: SettingValues;
}

export interface TrialRun {
  readonly result: Result;
  readonly requests: readonly ReplayRequest[];
  /** Fingerprints of the answers that were other than usual. */
  readonly odd: ReadonlySet<string>;
}

function fingerprint(answer: ReplayAnswer): string {
  const { headers, body } = rendered(answer);
  const { 'content-type': type = '', 'content-encoding': encoding = '' } = headers;
  return createHash('sha256')
    .update(`${String(answer.status ?? 200)} ${type} ${encoding} `)
    .update(body)
    .digest('hex');
}

/** The same exchange, which notes down what it says otherwise than the usual ones would. */
function noted(exchange: ReplayExchange, usual: readonly ReplayExchange[], odd: Set<string>): ReplayExchange {
  return {
    ...exchange,
    answer: (request) => {
      const answer = scriptedAnswer([exchange], request) ?? {};
      const sound = scriptedAnswer(usual, request);
      const print = fingerprint(answer);
      if (sound === undefined || fingerprint(sound) !== print) odd.add(print);
      return answer;
    },
  };
}

function resultOf({ secrets }: OddBodyTrial, { operation }: Ask, outcome: Outcome): Result {
  if ('value' in outcome) {
    ensureNone(flawsOfReading(operation, outcome.value), `the answer of ${operation} is not well-formed`);
    ensure(!HALF_READ.test(JSON.stringify(outcome.value)), `the answer of ${operation} holds a value read half`);
    return { data: (outcome.value as { readonly data: unknown }).data };
  }
  const { error } = outcome;
  if (!(error instanceof ErpError)) throw error;
  ensureNone(leaksIn(error, [...secrets, VENDOR_WORDS]), `the error of ${operation} leaks`);
  ensure(!TOLD.test(error.message), `the error of ${operation} tells what the ERP said`);
  ensure(!HALF_READ.test(error.message), `the error of ${operation} tells a value read half`);
  return { code: error.code };
}

/** Puts one question to a fresh connection over real HTTP. Throws where neither a view nor an `ErpError` comes of it. */
export async function runTrial(trial: OddBodyTrial, question: TrialQuestion): Promise<TrialRun> {
  const odd = new Set<string>();
  const answers = (question.answers ?? []).map((exchange) => noted(exchange, trial.exchanges, odd));
  const server = await startReplayServer([...answers, ...trial.exchanges]);
  try {
    const settings = trial.settings(server.origin, question.settings);
    const connection = trial.adapter.connect({ connectionId: A_CONNECTION_ID, settings });
    try {
      const result = resultOf(trial, question.ask, await settled(askAny(connection, question.ask)));
      return { result, requests: [...server.requests], odd };
    } finally {
      await connection.close();
    }
  } finally {
    await server.close();
  }
}
