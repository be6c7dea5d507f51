import { ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { Speaker } from '../json/json-reply';
import { parseVendor } from '../values/parse-vendor';
import { requiredVendorField } from '../values/vendor-field';
import { vendorCount } from '../values/vendor-fields';
import { vendorRow } from '../values/vendor-row';
import type { ODataVersion } from './dialect';

export interface ODataCollection {
  /** Rows as the vendor sent them, for the vendor's own schema to check. */
  readonly rows: readonly unknown[];
  /** Of all pages, where it was asked for. */
  readonly count?: number | undefined;
  /** Where the next page is; a server may page although nobody asked it to. */
  readonly nextLink?: string | undefined;
}

type Expected = Speaker & { readonly what: string };

/** A list as it is: its rows are checked by the vendor's own schema, one by one. */
const list = requiredVendorField<readonly unknown[]>((value) => {
  if (Array.isArray(value)) return value;
  throw new RangeError('is no list');
});

const link = z.string().min(1).optional();

const v4Schema = vendorRow({ value: list, '@odata.count': vendorCount, '@odata.nextLink': link });

/** A v2 service wraps rows in `results` where it can be counted, and leaves a bare array in older ones. */
const v2Schema = z.object({
  d: z.union([
    vendorRow({ results: list, __count: vendorCount, __next: link }),
    list.transform((results) => ({ results, __count: undefined, __next: undefined })),
  ]),
});

/** The rows of a collection. Throws `ErpError` `bad-response` for anything that is none: no rows is an empty array. */
export function odataCollection(body: unknown, version: ODataVersion, expected: Expected): ODataCollection {
  if (version === 'v4') {
    const answer = parseVendor(v4Schema, body, expected);
    return { rows: answer.value, count: answer['@odata.count'], nextLink: answer['@odata.nextLink'] };
  }
  const { d } = parseVendor(v2Schema, body, expected);
  return { rows: d.results, count: d.__count, nextLink: d.__next };
}

const entitySchema = requiredVendorField<Readonly<Record<string, unknown>>>((value) => {
  if (z.core.util.isObject(value)) return value;
  throw new RangeError('is no entity');
});
const v2EntitySchema = z.object({ d: entitySchema });

/** One entity; v4 sends it bare, v2 below `d`. Throws `ErpError` `bad-response`, also for a collection in its place. */
export function odataEntity(
  body: unknown,
  version: ODataVersion,
  expected: Expected,
): Readonly<Record<string, unknown>> {
  const entity =
    version === 'v4' ? parseVendor(entitySchema, body, expected) : parseVendor(v2EntitySchema, body, expected).d;
  if (Array.isArray(entity['results']) || (version === 'v4' && Array.isArray(entity['value']))) {
    throw new ErpError('bad-response', `${expected.erp} answered ${expected.what} with a list in place of one.`, {
      connectionId: expected.connectionId,
    });
  }
  return entity;
}

/** The rows of an expanded to-many navigation; `undefined` where it is only a link, or absent. */
export function expandedRows(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const results = typeof value === 'object' && value !== null && 'results' in value ? value.results : undefined;
  return Array.isArray(results) ? results : undefined;
}
