import {
  type BoundedCount,
  type ErpRef,
  ERP_REF_KINDS,
  type FieldError,
  type Money,
  type Problem,
  PROBLEM_CODES,
  type Quantity,
} from '@headwater/kernel';
import {
  DECIMAL,
  described,
  FLAG,
  listOf,
  oneOf,
  optional,
  refTo,
  type Schema,
  type SchemaBook,
  shapeOf,
  TEXT,
  WHOLE_NUMBER,
  nullable,
} from './schema';
import type { SchemaObject } from '@nestjs/swagger';

/** What every part of the API speaks of. */
export const SHARED_SCHEMAS: SchemaBook = {
  Money: shapeOf<Money>({ amount: DECIMAL, currency: described(TEXT, 'ISO 4217.') }),
  Quantity: shapeOf<Quantity>({ value: DECIMAL, unit: described(TEXT, 'Unit of measure as the ERP names it.') }),
  ErpRef: shapeOf<ErpRef>(
    { connectionId: TEXT, kind: oneOf(ERP_REF_KINDS), externalId: TEXT },
    'A pointer to something in an ERP.',
  ),
  BoundedCount: shapeOf<BoundedCount>(
    { value: WHOLE_NUMBER, exact: FLAG },
    'A count up to a cap; a lower bound where it is not exact.',
  ),
  FieldError: shapeOf<FieldError>({ field: TEXT, message: TEXT }),
  Problem: shapeOf<Problem>(
    {
      type: TEXT,
      title: TEXT,
      status: WHOLE_NUMBER,
      detail: optional(TEXT),
      code: oneOf(PROBLEM_CODES),
      connectionId: optional(TEXT),
      traceId: optional(TEXT),
      retryAfterS: optional(described(WHOLE_NUMBER, 'Seconds after which a retry may succeed.')),
      errors: optional(listOf(refTo('FieldError'))),
    },
    'An RFC 9457 problem document.',
  ),
};

/** One page of an owned list. */
export function countedPageOf(item: Schema): SchemaObject {
  return {
    type: 'object',
    properties: { items: listOf(item), nextCursor: nullable(TEXT), count: refTo('BoundedCount') },
    required: ['items', 'nextCursor', 'count'],
  };
}
