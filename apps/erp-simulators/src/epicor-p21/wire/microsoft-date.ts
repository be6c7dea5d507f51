/** `/Date(1776347610527)/`: how .NET's older JSON serializer writes an instant. */
export function microsoftDate(epochMs: number): string {
  return `/Date(${epochMs})/`;
}
