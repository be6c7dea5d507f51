import { vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** Which fields of an entity are asked for, and what they hold. */
export interface EntityShape<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** The read makes no sense without these. */
  readonly required: readonly string[];
  /** Asked for as long as the environment knows them. */
  readonly optional: readonly string[];
}

/** The fields in the ERP's own names. Optional fields have to accept their absence. */
export function entityShape<R extends z.ZodRawShape, O extends z.ZodRawShape>(required: R, optional: O) {
  return {
    schema: vendorRow({ ...required, ...optional }),
    required: Object.keys(required),
    optional: Object.keys(optional),
  };
}

export type RowOf<E extends EntityShape> = z.output<E['schema']>;
