/** The tag of everything read through one connection. */
export function connectionTag(connectionId: string): string {
  return `${connectionId}/*`;
}

/** The connection that a tag belongs to. Connection ids are UUIDs: the first slash ends one. */
export function connectionOfTag(tag: string): string {
  return tag.slice(0, tag.indexOf('/'));
}

/** Tags of one connection: the same order number in two ERPs is two things. */
export function scopedTags(connectionId: string, tags: readonly string[]): readonly string[] {
  return tags.map((tag) => `${connectionId}/${tag}`);
}
