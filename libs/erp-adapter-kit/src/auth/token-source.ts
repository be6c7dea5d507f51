import { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { raceSignal } from '../http/signals';

export interface AccessToken {
  readonly value: string;
  readonly expiresInS: number;
}

export interface TokenSource {
  /** A token that will hold for the call at hand, fetched at most once however many ask. */
  token(signal: AbortSignal): Promise<string>;
  /** Another token than the refused one; a renewal someone else already made is shared. */
  renewed(refused: string, signal: AbortSignal): Promise<string>;
}

export interface TokenSourceOptions {
  readonly clock: Clock;
  readonly fetchToken: (signal: AbortSignal) => Promise<AccessToken>;
  /** Longest time one token request may take, whoever waits for it. */
  readonly timeoutMs: number;
}

interface HeldToken {
  readonly value: string;
  /** Monotonic milliseconds. */
  readonly goodUntil: number;
}

const LONGEST_MARGIN_MS = 60_000;

/** Stops using a token a minute, or a tenth of its life, before it ends. */
function heldFrom(token: AccessToken, startedAt: number): HeldToken {
  const lifeMs = token.expiresInS * 1000;
  return { value: token.value, goodUntil: startedAt + lifeMs - Math.min(LONGEST_MARGIN_MS, lifeMs / 10) };
}

/** Keeps one token in memory and renews it. A reader who gives up does not take the renewal from the others. */
export function createTokenSource({ clock, fetchToken, timeoutMs }: TokenSourceOptions): TokenSource {
  let held: HeldToken | undefined;
  let flight: Promise<string> | undefined;

  async function fetchOnce(): Promise<string> {
    const startedAt = clock.monotonic();
    const token = await fetchToken(AbortSignal.timeout(timeoutMs));
    held = heldFrom(token, startedAt);
    return token.value;
  }

  async function shared(signal: AbortSignal): Promise<string> {
    flight ??= fetchOnce().finally(() => {
      flight = undefined;
    });
    return raceSignal(flight, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      throw new ErpError('timeout', 'The ERP did not issue a token in time.');
    });
  }

  return {
    async token(signal) {
      if (held !== undefined && clock.monotonic() < held.goodUntil) return held.value;
      return shared(signal);
    },
    async renewed(refused, signal) {
      if (held?.value === refused) held = undefined;
      return this.token(signal);
    },
  };
}
