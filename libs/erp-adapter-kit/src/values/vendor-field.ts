import { z } from 'zod';

/** Reads what a vendor wrote; throws `RangeError` for what it cannot read, and says `undefined` for nothing said. */
export type ReadField<T> = (value: unknown) => T | undefined;

interface FieldDefinition<T> extends z.core.$ZodTypeDef {
  readonly type: 'custom';
  readonly read: ReadField<T>;
}

interface FieldInternals<T, Output> extends z.core.$ZodTypeInternals<Output> {
  readonly def: FieldDefinition<T>;
}

interface OptionalFieldInternals<T> extends FieldInternals<T, T | undefined> {
  readonly optin: 'optional';
  readonly optout: 'optional';
}

/** A field that a vendor may leave out, null or blank. */
export type VendorField<T> = z.ZodType<T | undefined, unknown, OptionalFieldInternals<T>>;

/** A field that must say something. */
export type RequiredVendorField<T> = z.ZodType<T, unknown, FieldInternals<T, T>>;

function readInto(payload: z.core.ParsePayload, read: ReadField<unknown>): z.core.ParsePayload {
  const { value } = payload;
  try {
    payload.value = value === undefined || value === null ? undefined : read(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    payload.issues.push({ code: 'custom', message: error.message, input: value });
  }
  return payload;
}

/*
 * Schemas of their own in place of `z.unknown().transform(…).optional()`: a row has many fields and an answer many
 * rows, and running three schemas a field costs more than what they read.
 */
const OptionalField: z.core.$constructor<VendorField<unknown>> = z.core.$constructor('VendorField', (schema, field) => {
  z.ZodType.init(schema, field);
  Object.assign(schema._zod, { optin: 'optional', optout: 'optional' });
  const { read } = field;
  schema._zod.parse = (payload) => readInto(payload, read);
});

const RequiredField: z.core.$constructor<RequiredVendorField<unknown>> = z.core.$constructor(
  'RequiredVendorField',
  (schema, field) => {
    z.ZodType.init(schema, field);
    const { read } = field;
    schema._zod.parse = (payload) => {
      const found = readInto(payload, read);
      if (found.value === undefined) found.issues.push({ code: 'custom', message: 'is missing', input: undefined });
      return found;
    };
  },
);

/** A field a vendor may leave out, null or blank; unreadable content is an issue, never a default. */
export function vendorField<T>(read: ReadField<T>): VendorField<T> {
  return new OptionalField({ type: 'custom', read }) as VendorField<T>;
}

/** The same, and it must be there. */
export function requiredVendorField<T>(read: ReadField<T>): RequiredVendorField<T> {
  return new RequiredField({ type: 'custom', read }) as RequiredVendorField<T>;
}

/** What a vendor field reads by, and whether it must say something. */
export interface FieldReading {
  readonly read: ReadField<unknown>;
  readonly isRequired: boolean;
}

/** `undefined` for any other schema, and for a vendor field that is checked further. */
export function readingOf(schema: z.ZodType): FieldReading | undefined {
  if (!isField(schema)) return undefined;
  const { read, checks = [] } = schema._zod.def;
  return checks.length > 0 ? undefined : { read, isRequired: schema._zod.traits.has('RequiredVendorField') };
}

function isField(schema: z.ZodType): schema is VendorField<unknown> | RequiredVendorField<unknown> {
  return schema._zod.traits.has('VendorField') || schema._zod.traits.has('RequiredVendorField');
}
