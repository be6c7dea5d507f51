/**
 * One spelling for equal questions: properties in alphabetical order, absent ones left out.
 * Lists keep their order, because an ERP may answer in the order it was asked.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${propertiesOf(value as Readonly<Record<string, unknown>>).join()}}`;
}

function propertiesOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(record)
    .filter((name) => record[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(record[name])}`);
}
