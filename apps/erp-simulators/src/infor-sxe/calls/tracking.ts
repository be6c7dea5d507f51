import type { CallHandler } from '../call';
import { SxeError, table } from '../envelope';
import { exact } from '../json';

/** One row per parcel of a suffix; none for what went on a truck of one's own. */
export const trackingNumbers: CallHandler = ({ world, company, input }) => {
  const order = world.orders.get(input.key('orderNumber') ?? '', company);
  const release = order?.releases.find((candidate) => candidate.index === (input.integer('orderSuffix') ?? 0));
  if (order === undefined || release === undefined) throw new SxeError('Order Not Found');
  return table(
    'trackernum',
    release.trackingNumbers.map((trackerno) => ({
      orderno: exact(order.number),
      trackerno,
      shipviaty: release.carrier,
    })),
  );
};
