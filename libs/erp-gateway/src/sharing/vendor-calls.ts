import type { ErpCall, ErpCallTurn, ShareVendorRead, VendorRead } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { BoundedMap } from '../cache/bounded-map';
import type { AttemptPurpose } from '../resilience/erp-call-plan';
import type { Timers } from '../timers';
import type { Generation } from './connection-generations';
import type { JointFailures } from './joint-failures';
import type { CallStart, KnownAnswer } from './known-answer';
import { OPEN_GATE, oneFirst } from './one-first';
import { type Page, Pages } from './pages';
import { SharedCall } from './shared-call';

export interface VendorCallsDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Of the connection, now. */
  readonly generation: () => Generation;
  /** What takes a place for each vendor call, where the ERP counts those. */
  readonly placesFor: (turn: ErpCallTurn) => Pick<ErpCall, 'inPlace'>;
  readonly failures: JointFailures;
}

/** A read that is about to ask the ERP. */
export interface AskingRead {
  readonly principal: string;
  readonly turn: ErpCallTurn;
  /** By the name of its page, where it belongs to one. */
  readonly page: string | undefined;
  /** Nothing asked before this moment may be part of its answer; monotonic. */
  readonly notBefore: number | undefined;
}

/** How one read shares. */
export interface Sharing {
  /** For one attempt, by what it is made for. */
  readonly shareFor: (purpose: AttemptPurpose) => ShareVendorRead;
  /** When the earliest call was begun that its answer rests on; undefined where there was none yet. */
  readonly since: () => number | undefined;
}

const REFERENCE_BOUNDS = { maxEntries: 100, maxBytes: 4 * 1024 * 1024 };

interface Asked {
  readonly read: AskingRead;
  /** Of the read: what began before the latest change it could know of is nothing to it. */
  readonly began: Generation;
  readonly page: Page | undefined;
}

/**
 * The vendor calls of one connection that several reads may share. A read takes part in a call only if that began after
 * every change that was reported before the read began, and only with reads of its own ERP principal. Only readers fill
 * it: what is remembered was asked for a moment ago, and is nobody's once the connection reports a change.
 */
export class VendorCalls {
  readonly pages: Pages;
  readonly #running = new Map<string, SharedCall>();
  readonly #reference = new BoundedMap<KnownAnswer>(REFERENCE_BOUNDS);

  constructor(private readonly deps: VendorCallsDeps) {
    this.pages = new Pages(deps);
  }

  /** Calls under way that may be shared. */
  get running(): number {
    return this.#running.size;
  }

  /** To be asked when the read begins: what is reported from then on does not concern it. */
  sharingOf(read: AskingRead): Sharing {
    const asked = { read, began: this.deps.generation(), page: this.pages.find(read.page) };
    let earliest: number | undefined;
    const shareFor = (purpose: AttemptPurpose): ShareVendorRead => {
      const gate = purpose === 'probe' ? oneFirst() : OPEN_GATE;
      const attempt = purpose === 'hedge' ? this.#apart(asked) : asked;
      return async <T>(vendorRead: VendorRead<T>, signal: AbortSignal): Promise<T> => {
        signal.throwIfAborted();
        const key = JSON.stringify([read.principal, vendorRead.question]);
        const reference = this.#referenceOf(key, vendorRead, attempt);
        if (reference !== undefined) return reference.value as T;
        const ask = (): Promise<KnownAnswer> => this.#ask(key, vendorRead, { asked: attempt, signal });
        const answer = this.#remembered(key, attempt) ?? (await gate(ask, signal));
        earliest = Math.min(earliest ?? Infinity, answer.beganAt);
        return answer.value as T;
      };
    };
    return { shareFor, since: () => earliest };
  }

  /** Takes part in no call that began before now: a hedge would wait for the very call that takes too long. */
  #apart({ read, ...asked }: Asked): Asked {
    return { ...asked, read: { ...read, notBefore: this.deps.clock.monotonic() } };
  }

  /** Forgets all that is remembered; calls under way end with their readers. */
  close(): void {
    this.pages.close();
  }

  /** Said to another read of the same page; only while nothing was reported since it was asked for. */
  #remembered(key: string, { read, page }: Asked): KnownAnswer | undefined {
    const answer = page?.answers.get(key);
    if (answer === undefined || answer.generation !== this.deps.generation()) return undefined;
    return isLateEnough(answer, read) ? answer : undefined;
  }

  /** Reference data does not make what it stands in older: it has a time of its own. */
  #referenceOf(key: string, { referenceMs }: VendorRead<unknown>, { read }: Asked): KnownAnswer | undefined {
    if (referenceMs === undefined) return undefined;
    const answer = this.#reference.get(key);
    if (answer === undefined || answer.generation !== this.deps.generation()) return undefined;
    const isYoung = this.deps.clock.monotonic() - answer.beganAt < referenceMs;
    return isYoung && isLateEnough(answer, read) ? answer : undefined;
  }

  async #ask<T>(
    key: string,
    vendorRead: VendorRead<T>,
    { asked, signal }: { readonly asked: Asked; readonly signal: AbortSignal },
  ): Promise<KnownAnswer> {
    const { read, page } = asked;
    const known = this.#running.get(key);
    const call = known !== undefined && mayJoin(known, asked) ? known : this.#begin(key, vendorRead);
    const answer = await call.join({ turn: turnOf(read, vendorRead), signal });
    page?.answers.put(key, answer);
    if (vendorRead.referenceMs !== undefined) this.#reference.put(key, answer);
    return answer;
  }

  /** Whoever waits for an older call with the same question goes on waiting for that. */
  #begin(key: string, { ask }: VendorRead<unknown>): SharedCall {
    const start: CallStart = { generation: this.deps.generation(), beganAt: this.deps.clock.monotonic() };
    const call: SharedCall = new SharedCall(start, async (begun) => {
      try {
        return await ask({ ...begun, ...this.deps.placesFor(begun.turn) });
      } catch (failure) {
        if (call.waiting > 1) this.deps.failures.add(failure);
        throw failure;
      } finally {
        if (this.#running.get(key) === call) this.#running.delete(key);
      }
    });
    this.#running.set(key, call);
    return call;
  }
}

/** What waits behind a vendor call: the further calls of its read, and whatever waits for that. */
function turnOf({ turn }: AskingRead, { followedBy = 0 }: VendorRead<unknown>): ErpCallTurn {
  if (followedBy === 0) return turn;
  return { priority: turn.priority, followedBy: (turn.followedBy ?? 0) + followedBy };
}

function mayJoin(call: SharedCall, { read, began }: Asked): boolean {
  return !call.isOver && call.start.generation >= began && isLateEnough(call.start, read);
}

function isLateEnough({ beganAt }: CallStart, { notBefore }: AskingRead): boolean {
  return notBefore === undefined || beganAt >= notBefore;
}
