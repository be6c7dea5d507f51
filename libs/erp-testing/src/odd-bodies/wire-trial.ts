import { isDeepStrictEqual } from 'node:util';
import type { Ask } from '../contract/bench';
import { ensure } from '../contract/check';
import { rendered, type ReplayExchange, type ReplayRequest, scriptedAnswer } from '../replay/replay-server';
import { HARMLESS_BODIES } from './harmless-bodies';
import type { OddBodyTrial } from './odd-body';
import { type Result, runTrial } from './trial';
import { UNREADABLE_BODIES } from './unreadable-bodies';
import type { SoundBody, WireOddity } from './wire-oddity';

export const WIRE_ODDITIES: readonly WireOddity[] = [...UNREADABLE_BODIES, ...HARMLESS_BODIES];

/** A question with what comes of it when all is well, and the requests that takes. */
export interface SoundRun {
  readonly ask: Ask;
  readonly result: Result;
  readonly requests: readonly ReplayRequest[];
}

function isSame(left: ReplayRequest, right: ReplayRequest): boolean {
  return left.method === right.method && left.path === right.path && left.body === right.body;
}

/** Asks once over sound answers; every request whose answer is read but the ones for tokens, each once. */
export async function soundRun(trial: OddBodyTrial, ask: Ask): Promise<SoundRun> {
  const { result, requests } = await runTrial(trial, { ask });
  ensure('data' in result, `${ask.operation} fails although all is well`);
  const asked = requests.filter((request) => !trial.isTokenRequest(request) && trial.isUnread?.(request) !== true);
  return {
    ask,
    result,
    requests: asked.filter((request, index) => asked.findIndex((other) => isSame(other, request)) === index),
  };
}

/**
 * The sound runs of many questions, each request in the first run alone that makes it: what an oddity does to a list
 * of customers is the same for everyone who asks for it. A question without a request of its own keeps its last.
 */
export async function soundRuns(trial: OddBodyTrial, asks: readonly Ask[]): Promise<ReadonlyMap<Ask, SoundRun>> {
  const runs = new Map<Ask, SoundRun>();
  const known: ReplayRequest[] = [];
  for (const ask of asks) {
    const run = await soundRun(trial, ask);
    const own = run.requests.filter((request) => !known.some((other) => isSame(other, request)));
    known.push(...own);
    runs.set(ask, { ...run, requests: own.length > 0 ? own : run.requests.slice(-1) });
  }
  return runs;
}

function soundBody(trial: OddBodyTrial, request: ReplayRequest): SoundBody | undefined {
  const answer = scriptedAnswer(trial.exchanges, request);
  if (answer === undefined || (answer.status ?? 200) >= 300) return undefined;
  const { headers, body } = rendered(answer);
  const text = body.toString();
  return { headers, bytes: body, text, isJson: /^\s*[[{]/.test(text) };
}

/** An exchange that answers one request of a sound run oddly; `undefined` where the oddity cannot be done to its body. */
function oddExchange(trial: OddBodyTrial, target: ReplayRequest, oddity: WireOddity): ReplayExchange | undefined {
  const sound = soundBody(trial, target);
  const answer = sound === undefined ? undefined : oddity.of(sound);
  if (answer === undefined) return undefined;
  return { name: oddity.name, matches: (request) => isSame(request, target), answer };
}

function said(result: Result): string {
  return 'code' in result ? result.code : 'a view';
}

/**
 * Spoils the answer to each request of a question in turn, every other one left sound. What must come of it is the
 * same for all of them: which part of an answer is missing makes no difference to its reader.
 * Returns the fingerprints of the odd bodies.
 */
export async function runWireTrial(
  trial: OddBodyTrial,
  sound: SoundRun,
  oddity: WireOddity,
): Promise<ReadonlySet<string>> {
  const bodies = new Set<string>();
  for (const request of sound.requests) {
    const exchange = oddExchange(trial, request, oddity);
    if (exchange === undefined) continue;
    const { result, odd } = await runTrial(trial, { ask: sound.ask, answers: [exchange] });
    odd.forEach((print) => bodies.add(print));
    const where = `${oddity.name} in answer to ${request.method} ${request.path.split('?')[0] ?? ''}`;
    if (oddity.ends === 'as-usual') {
      ensure(isDeepStrictEqual(result, sound.result), `${where} must change nothing, and ends in ${said(result)}`);
    } else {
      ensure(said(result) === oddity.ends, `${where} must end in ${oddity.ends}, not in ${said(result)}`);
    }
  }
  return bodies;
}
