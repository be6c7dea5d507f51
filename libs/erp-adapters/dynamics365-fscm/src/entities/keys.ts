/** Keys ignore case in Dynamics 365; answers spell them as they were entered. */
export function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}

/** The same key, for maps. */
export function foldedKey(key: string): string {
  return key.trim().toUpperCase();
}
