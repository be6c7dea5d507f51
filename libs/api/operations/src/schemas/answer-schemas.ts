import type { SchemaObject } from '@nestjs/swagger';
import { listOf, nullable, refTo, type Schema, TEXT, WHOLE_NUMBER } from '@headwater/api/openapi';

/** A page of an ERP list. */
export function pageOf(item: Schema): SchemaObject {
  return {
    type: 'object',
    properties: {
      items: listOf(item),
      nextCursor: nullable(TEXT),
      total: { ...WHOLE_NUMBER, description: 'Only where the ERP counts for free.' },
    },
    required: ['items', 'nextCursor'],
  };
}

/** The answer to a batch of items. */
export function batchOf(item: Schema): SchemaObject {
  const { properties = {}, required = [] } = pageOf(item);
  const notFound = { ...listOf(TEXT), description: 'Items asked for that the ERP does not know.' };
  return { type: 'object', properties: { ...properties, notFound }, required: [...required, 'notFound'] };
}

/** Every ERP value with where it came from and how fresh it is. */
export function erpAnswerOf(data: Schema): SchemaObject {
  return {
    type: 'object',
    properties: { data, source: refTo('ErpSource'), freshness: refTo('Freshness') },
    required: ['data', 'source', 'freshness'],
  };
}

/** One of the four states a section can be in, with what stands beside each of them. */
export function sectionOf(data: Schema, beside: Readonly<Record<string, Schema>> = {}): SchemaObject {
  const answer = erpAnswerOf(data).properties ?? {};
  const source = refTo('ErpSource');
  const problem = refTo('Problem');
  const states: readonly (readonly [string, Readonly<Record<string, Schema>>])[] = [
    ['ok', answer],
    ['failed', { source, problem }],
    ['unsupported', { source, problem }],
    ['hidden', { source }],
  ];
  return {
    oneOf: states.map(([status, members]) => {
      const properties = { status: { type: 'string', enum: [status] }, ...beside, ...members };
      return { type: 'object', properties, required: Object.keys(properties) };
    }),
  };
}
