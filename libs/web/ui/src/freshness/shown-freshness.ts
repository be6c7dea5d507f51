import type { Instant } from '@headwater/kernel';

/** How an ERP value was got, as every answer says it. */
export interface ValueFreshness {
  readonly state: 'live' | 'cached' | 'last-known';
  readonly asOf: Instant;
  /** Age in milliseconds when the answer left the server. */
  readonly ageMs: number;
  readonly ttlMs: number;
}

/** What a freshness badge can say; the last two are for values that are not there. */
export type ShownFreshness = ValueFreshness | 'not-available' | 'hidden';

export type FreshnessTone = 'live' | 'cached' | 'overdue' | 'last-known' | 'not-available' | 'hidden';

export interface FreshnessLabel {
  readonly tone: FreshnessTone;
  readonly text: string;
}

/** A value just read stays "live" this long; then the badge counts its seconds, because nobody re-read it. */
const LIVE_FOR_MS = 10_000;

/** The words of the badge for a value that is `ageMs` old now. */
export function freshnessLabel(value: ShownFreshness, ageMs: number, locale: string): FreshnessLabel {
  if (value === 'not-available') return { tone: 'not-available', text: 'not available' };
  if (value === 'hidden') return { tone: 'hidden', text: 'hidden' };
  if (value.state === 'last-known')
    return { tone: 'last-known', text: `last known ${timeOrDay(value, ageMs, locale)}` };
  if (ageMs > value.ttlMs && ageMs >= LIVE_FOR_MS) return { tone: 'overdue', text: `cached ${ageText(ageMs)}` };
  if (value.state === 'live' && ageMs < LIVE_FOR_MS) return { tone: 'live', text: 'live' };
  return { tone: 'cached', text: `cached ${ageText(ageMs)}` };
}

export function ageText(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** The time of day while that says enough, else with the day. */
function timeOrDay({ asOf }: ValueFreshness, ageMs: number, locale: string): string {
  const at = new Date(asOf);
  const readAt = new Date(at.getTime() + ageMs);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  if (at.toDateString() === readAt.toDateString()) return time;
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)} ${time}`;
}
