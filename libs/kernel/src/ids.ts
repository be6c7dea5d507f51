const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new random id for something Headwater owns. */
export function newId(): string {
  return globalThis.crypto.randomUUID();
}

export function isId(text: string): boolean {
  return UUID.test(text);
}
