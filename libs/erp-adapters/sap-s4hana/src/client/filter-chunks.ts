import { odataFilter, type ODataFilter } from '@headwater/erp-adapter-kit';

/** URLs beyond about 8 KB are cut off by proxies; the fields that are selected need the other half. */
const LONGEST_FILTER = 4_000;

/**
 * Conditions joined by `or`, in as few groups as URLs of a safe length allow. A batch of items is one call where it
 * can be, and never the thousand calls of one for each.
 */
export function anyInChunks(conditions: readonly ODataFilter[]): readonly ODataFilter[] {
  const groups: ODataFilter[][] = [];
  let room = 0;
  for (const condition of conditions) {
    const length = encodeURIComponent(odataFilter(condition, 'v2')).length + 12;
    if (groups.length === 0 || room < length) {
      groups.push([]);
      room = LONGEST_FILTER;
    }
    groups.at(-1)?.push(condition);
    room -= length;
  }
  return groups.map((any) => ({ any }));
}
