import type { ReferenceObject, SchemaObject } from '@nestjs/swagger';

export type Schema = SchemaObject | ReferenceObject;

/** Named schemas of one part of the API; the document holds those of all parts. */
export type SchemaBook = { readonly [name: string]: SchemaObject };

interface OptionalProperty {
  readonly optional: Schema;
}

/** A schema for each property of `T`, and no other: a view that gains a property stops compiling here. */
export type Properties<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalProperty : Schema;
};

export const TEXT: SchemaObject = { type: 'string' };
export const FLAG: SchemaObject = { type: 'boolean' };
export const WHOLE_NUMBER: SchemaObject = { type: 'integer' };
export const NUMBER: SchemaObject = { type: 'number' };
export const DECIMAL: SchemaObject = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', example: '12.50' };
export const DAY: SchemaObject = { type: 'string', format: 'date', example: '2026-11-23' };
export const INSTANT: SchemaObject = { type: 'string', format: 'date-time', example: '2026-11-23T09:14:03.120Z' };
export const ID: SchemaObject = { type: 'string', format: 'uuid' };

export function shapeOf<T>(properties: Properties<T>, description?: string): SchemaObject {
  const entries = Object.entries(properties as { readonly [name: string]: Schema | OptionalProperty });
  const required = entries.filter(([, property]) => !isOptional(property)).map(([name]) => name);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(
      entries.map(([name, property]) => [name, isOptional(property) ? property.optional : property]),
    ),
    ...(required.length === 0 ? {} : { required }),
  };
}

export function optional(schema: Schema): OptionalProperty {
  return { optional: schema };
}

export function nullable(schema: Schema): SchemaObject {
  return '$ref' in schema ? { allOf: [schema], nullable: true } : { ...schema, nullable: true };
}

export function listOf(items: Schema): SchemaObject {
  return { type: 'array', items };
}

export function oneOf(values: readonly string[]): SchemaObject {
  return { type: 'string', enum: [...values] };
}

export function mapOf(values: Schema): SchemaObject {
  return { type: 'object', additionalProperties: values };
}

export function described(schema: SchemaObject, description: string): SchemaObject {
  return { ...schema, description };
}

/** A schema of a book, by its name. */
export function refTo(name: string): ReferenceObject {
  return { $ref: `#/components/schemas/${name}` };
}

function isOptional(property: Schema | OptionalProperty): property is OptionalProperty {
  return 'optional' in property;
}
