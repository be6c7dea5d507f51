import type { ErpAdapter, ErpErrorCode, SettingValues } from '@headwater/erp-contracts';
import type { Ask } from '../contract/bench';
import type { ReplayExchange, ReplayRequest } from '../replay/replay-server';

/** A view with one value at one place, `undefined` where nothing may stand there. */
export class ViewWith {
  constructor(
    /** Names and indexes from `data` on, as in `items.0.total.amount`. */
    readonly at: string,
    readonly value: unknown,
  ) {}
}

/** What an odd body must end in: an `ErpError` of this code, or a view that matches. */
export type OddOutcome = ErpErrorCode | ViewWith | object;

/** One odd answer of the ERP to one question. */
export interface OddBody {
  readonly name: string;
  readonly ask: Ask;
  /** Asked before the usual answers; at least one of them has to be, and to say something else than usual. */
  readonly answers: readonly ReplayExchange[];
  readonly outcome: OddOutcome;
  readonly settings?: SettingValues;
}

/** The adapter on trial, and its ERP as it answers when all is well. */
export interface OddBodyTrial {
  /** With a clock that stands still: what is sound today must be tomorrow. */
  readonly adapter: ErpAdapter;
  readonly settings: (origin: string, overrides?: SettingValues) => SettingValues;
  readonly exchanges: readonly ReplayExchange[];
  readonly isTokenRequest: (request: ReplayRequest) => boolean;
  /** Requests whose answer is looked at for its headers alone: their bodies may be anything. */
  readonly isUnread?: (request: ReplayRequest) => boolean;
  /** Whatever must never show in an error. */
  readonly secrets: readonly string[];
}
