/** The tag of everything read through one connection. */
export function connectionTag(connectionId: string): string {
  return `${connectionId}/*`;
}

/** Tags of one connection: the same order number in two ERPs is two things. */
export function scopedTags(connectionId: string, tags: readonly string[]): readonly string[] {
  return tags.map((tag) => `${connectionId}/${tag}`);
}
