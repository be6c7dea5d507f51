import { createHash } from 'node:crypto';
import type { Row } from './entity';

/** Changes with the record, whatever of it was selected. */
export function etagOf(row: Row): string {
  const values = [...row.schema.properties.keys()].map((property) => row.value(property));
  return etagFor(JSON.stringify(values));
}

/** `W/"JzIwOzEz…"`: base64 of a text in quotes, as the vendor has it. */
export function etagFor(content: string): string {
  const digits = BigInt(`0x${createHash('sha1').update(content).digest('hex').slice(0, 16)}`).toString();
  return `W/"${Buffer.from(`'20;${digits.padStart(20, '0')}1;00;'`).toString('base64')}"`;
}
