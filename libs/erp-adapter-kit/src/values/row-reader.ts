import { z } from 'zod';
import { readingOf } from './vendor-field';

export type ParseContext = Parameters<z.ZodType['_zod']['run']>[1];

/** The row that is made of a record, `undefined` where some of it cannot be read. Throws `RangeError` for the same. */
export type ReadRow = (record: object, context: ParseContext) => object | undefined;

const UNREAD = Symbol('unread');

/** By the schema itself, for fields such as lists of rows. */
function readBySchema({ _zod: { run } }: z.ZodType): (value: unknown, context: ParseContext) => unknown {
  return (value, context) => {
    const parsed = run({ value, issues: [] }, context);
    return parsed instanceof Promise || parsed.issues.length > 0 ? UNREAD : parsed.value;
  };
}

/** Lines that read one field into a constant, and what they call. */
interface FieldCode {
  readonly lines: readonly string[];
  readonly read: unknown;
}

function codeOf(name: string, schema: z.ZodType, index: string): FieldCode {
  const field = readingOf(schema);
  const value = `record[${JSON.stringify(name)}]`;
  if (field === undefined) {
    const lines = [`const field${index} = read${index}(${value}, context);`, `if (field${index} === unread) return;`];
    // An absent property is not undefined to every schema.
    const mayLack = schema._zod.optin !== undefined;
    const present = mayLack ? [] : [`if (!(${JSON.stringify(name)} in record)) return;`];
    return { lines: [...present, ...lines], read: readBySchema(schema) };
  }
  return {
    lines: [
      `const value${index} = ${value};`,
      `const field${index} = value${index} === undefined || value${index} === null ? undefined : read${index}(value${index});`,
      ...(field.isRequired ? [`if (field${index} === undefined) return;`] : []),
    ],
    read: field.read,
  };
}

/**
 * A function written for these fields, as zod writes one for each of its objects: it makes every row in one go and of
 * one layout, where a loop over names makes each row name by name.
 */
export function rowReaderOf(shape: Readonly<Record<string, z.ZodType>>): ReadRow {
  const fields = Object.entries(shape).map(([name, schema], index) => ({
    name,
    ...codeOf(name, schema, String(index)),
  }));
  const reads = fields.map(({ read }, index) => [`read${String(index)}`, read] as const);
  const code = new z.core.Doc(['record', 'context'], { unread: UNREAD, ...Object.fromEntries(reads) });
  for (const line of fields.flatMap(({ lines }) => lines)) code.write(line);
  const properties = fields.map(({ name }, index) => `${JSON.stringify(name)}: field${String(index)}`);
  code.write(`return { ${properties.join(', ')} };`);
  return code.compile() as ReadRow;
}
