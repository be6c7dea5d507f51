import type { CalendarDate } from '@headwater/kernel';

/** Events write instants as the .NET serialiser of old did. */
export function vendorDate(epochMs: number): string {
  return `/Date(${epochMs})/`;
}

export function vendorDay(day: CalendarDate): string {
  return vendorDate(Date.parse(`${day}T12:00:00Z`));
}
