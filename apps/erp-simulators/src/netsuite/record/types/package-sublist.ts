import type { Books } from '../../books/books';
import { carrierSuffix, packagesOf } from '../../books/packages';
import type { Transaction } from '../../books/transaction';
import type { Subresource } from '../record-kind';

/** `package`, or `packageUps` and the like: the name follows the carrier. */
export function packageSublist(fulfilment: Transaction, { options }: Books): readonly Subresource[] {
  const packages = packagesOf(fulfilment);
  if (packages.length === 0) return [];
  const { packageSublist: naming, packageFields } = options.record;
  const suffix = naming === 'by-carrier' ? carrierSuffix(fulfilment) : '';
  const ending = packageFields === 'with-carrier' ? suffix : '';
  return [
    {
      kind: 'sublist',
      name: `package${suffix}`,
      lines: packages.map(({ position, trackingNumber, description }) => ({
        key: String(position),
        values: [
          { name: `packageTrackingNumber${ending}`, type: 'string', value: trackingNumber },
          { name: `packageDescr${ending}`, type: 'string', value: description },
        ],
      })),
    },
  ];
}
