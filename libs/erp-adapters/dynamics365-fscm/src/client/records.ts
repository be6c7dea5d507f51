export type VendorRow = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is VendorRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
