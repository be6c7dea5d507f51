import type { CalendarDate } from '@headwater/kernel';
import { addDays } from '../calendar';
import type { Order, Release } from '../model/order';
import { isWaiting, releaseAmount, sumAmounts } from '../orders/order-amounts';
import { termsOf } from '../organisation';
import type { SettableStatus } from './change';
import { refuse } from './find';

/** Moves every release that is not there yet to where the status says; what has shipped never comes back. */
export function setStatus(order: Order, status: SettableStatus, today: CalendarDate): Order {
  if (order.kind === 'quote' && status !== 'cancelled') refuse('A quote can only be cancelled.');
  switch (status) {
    case 'open':
      return { ...onReleases(order, (release) => ifWaiting(release, { state: 'open', pickedOn: null })), hold: null };
    case 'on-hold':
      if (!order.releases.some(isWaiting)) refuse('Nothing of the order is still to come.');
      return { ...order, hold: 'manual' };
    case 'picked':
      return {
        ...onReleases(order, (release) => ifWaiting(release, { state: 'picked', pickedOn: today })),
        hold: null,
      };
    case 'cancelled':
      return { ...onReleases(order, (release) => cancelled(release)), hold: null };
    case 'shipped':
      return { ...onReleases(order, (release) => shipped(release, today)), hold: null };
    case 'invoiced':
      return { ...onReleases(order, (release) => invoiced(order, shipped(release, today), today)), hold: null };
    case 'closed':
      return {
        ...onReleases(order, (release) => paid(invoiced(order, shipped(release, today), today), today)),
        hold: null,
      };
  }
}

function onReleases(order: Order, step: (release: Release) => Release): Order {
  return { ...order, releases: order.releases.map(step) };
}

function ifWaiting(release: Release, patch: Partial<Release>): Release {
  return isWaiting(release) ? { ...release, ...patch } : release;
}

function cancelled(release: Release): Release {
  return isWaiting(release) || release.state === 'quote' ? { ...release, state: 'cancelled' } : release;
}

function shipped(release: Release, today: CalendarDate): Release {
  if (!isWaiting(release)) return release;
  return {
    ...release,
    state: 'shipped',
    pickedOn: release.pickedOn ?? today,
    shippedOn: today,
    lines: release.lines.map((line) => ({ ...line, shipped: line.ordered })),
  };
}

function invoiced(order: Order, release: Release, today: CalendarDate): Release {
  if (release.state !== 'shipped') return release;
  const total = releaseAmount(order, release);
  const dueOn = addDays(today, termsOf(order.terms).netDays);
  return {
    ...release,
    state: 'invoiced',
    invoice: { issuedOn: today, dueOn, total, paid: sumAmounts([], order.currency), paidOn: null, disputed: false },
  };
}

function paid(release: Release, today: CalendarDate): Release {
  if (release.invoice === null) return release;
  const invoice = {
    ...release.invoice,
    paid: release.invoice.total,
    paidOn: release.invoice.paidOn ?? today,
    disputed: false,
  };
  return { ...release, state: 'paid', invoice };
}
