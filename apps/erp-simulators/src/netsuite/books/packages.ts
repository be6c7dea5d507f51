import { carrierOf } from '../../world/organisation';
import { releaseDocumentId } from './keys';
import type { Transaction } from './transaction';

/** One package of a fulfilment; a carrier without tracking leaves its one package without a number. */
export interface Package {
  readonly fulfilment: Transaction;
  /** From 1 on. */
  readonly position: number;
  readonly trackingNumber: string | null;
  readonly description: string;
}

export function packagesOf(fulfilment: Transaction): readonly Package[] {
  const { release, type } = fulfilment;
  if (type !== 'ItemShip' || release === null || fulfilment.status !== 'C') return [];
  const numbers: readonly (string | null)[] = release.trackingNumbers.length === 0 ? [null] : release.trackingNumbers;
  return numbers.map((trackingNumber, at) => ({
    fulfilment,
    position: at + 1,
    trackingNumber,
    description: `${carrierOf(release.carrier).name} ${at + 1} of ${numbers.length}`,
  }));
}

/** Packages of UPS and FedEx stand in sublists of their own. */
const CARRIER_SUFFIXES: Readonly<Record<string, string>> = { UPSG: 'Ups', FDXG: 'FedEx' };

export function carrierSuffix({ release }: Transaction): string {
  return CARRIER_SUFFIXES[release?.carrier ?? ''] ?? '';
}

export function packageId({ fulfilment, position }: Package): string {
  const { order, release } = fulfilment;
  return `${releaseDocumentId(order.number, release?.index ?? 0, 'fulfilment')}${String(position).padStart(2, '0')}`;
}
