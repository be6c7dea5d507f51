import { z } from 'zod';
import { type ParseContext, type ReadRow, rowReaderOf } from './row-reader';

type Shape = Readonly<Record<string, z.ZodType>>;

function read(readRow: ReadRow, record: object, context: ParseContext): object | undefined {
  try {
    return readRow(record, context);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/*
 * What can be read, and nearly everything can, is read field by field without a payload and a list of issues for each.
 * What cannot is given to zod's own object, which says all that is wrong with it.
 */
const VendorRow: z.core.$constructor<z.ZodObject> = z.core.$constructor('VendorRow', (schema, definition) => {
  z.ZodObject.init(schema, definition);
  // Other properties than the fields' own are for zod to keep or refuse.
  if (definition.catchall !== undefined) return;
  const { parse } = schema._zod;
  let readRow: ReadRow | undefined;
  schema._zod.parse = (payload, context) => {
    const { value } = payload;
    if (!z.core.util.isObject(value)) return parse(payload, context);
    readRow ??= rowReaderOf(definition.shape as Shape);
    const row = read(readRow, value, context);
    if (row === undefined) return parse(payload, context);
    payload.value = row;
    return payload;
  };
});

/**
 * A row as a vendor sends it: an object schema like any other, made for vendor fields and many rows. What a row lacks is
 * there as `undefined`.
 */
export function vendorRow<const S extends z.core.$ZodLooseShape>(fields: S): z.ZodObject<S> {
  return new VendorRow({ type: 'object', shape: fields }) as unknown as z.ZodObject<S>;
}
