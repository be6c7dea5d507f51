import type { CalendarDate } from '@headwater/kernel';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * P21 keeps datetimes in the local time of its server and sends them with its offset:
 * `2026-07-24T11:22:14.747-04:00`.
 */
export class LocalZone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsetByHour = new Map<number, number>();
  private readonly midnightByDate = new Map<CalendarDate, number>();

  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** The first moment of a local day. */
  midnight(date: CalendarDate): number {
    const known = this.midnightByDate.get(date);
    if (known !== undefined) return known;
    const utc = Date.parse(`${date}T00:00:00Z`);
    const near = utc - this.offsetMinutes(utc) * MINUTE_MS;
    const found = utc - this.offsetMinutes(near) * MINUTE_MS;
    this.midnightByDate.set(date, found);
    return found;
  }

  /** Without milliseconds where there are none, as .NET writes it. */
  text(epochMs: number): string {
    const offset = this.offsetMinutes(epochMs);
    const local = new Date(epochMs + offset * MINUTE_MS)
      .toISOString()
      .slice(0, -1)
      .replace(/\.000$/, '');
    const [sign, minutes] = offset < 0 ? ['-', -offset] : ['+', offset];
    return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  }

  /** Offsets change on the hour, and asking for one is slow: each hour is asked for once. */
  private offsetMinutes(epochMs: number): number {
    const hour = Math.floor(epochMs / HOUR_MS);
    const known = this.offsetByHour.get(hour);
    if (known !== undefined) return known;
    const found = this.parsedOffset(epochMs);
    this.offsetByHour.set(hour, found);
    return found;
  }

  /** `GMT-04:00`, and plain `GMT` for none. */
  private parsedOffset(epochMs: number): number {
    const name = this.format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
    const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -total : total;
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
