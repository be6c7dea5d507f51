import type { SapOptions, TrackingPlace } from '../options';
import type { DeliveryRow } from './delivery-rows';

const BILL_OF_LADING_LENGTH = 35;

/** The numbers in one field, as many of them as fit. */
export function trackingText({ release }: DeliveryRow, options: SapOptions, length: number): string {
  return release.trackingNumbers.reduce((text, number) => {
    const longer = text === '' ? number : `${text}${options.trackingSeparator}${number}`;
    return longer.length <= length ? longer : text;
  }, '');
}

export function billOfLading(row: DeliveryRow): string {
  return isKeptIn(row, 'BillOfLading') ? trackingText(row, row.scope.options, BILL_OF_LADING_LENGTH) : '';
}

export function isKeptIn({ scope }: DeliveryRow, place: TrackingPlace): boolean {
  return scope.options.trackingPlace === place;
}
