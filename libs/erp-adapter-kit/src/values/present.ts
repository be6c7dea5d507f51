/** The same object without its undefined properties: optional view fields are absent, never undefined. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object itself where nothing of it is undefined. */
export function present<T extends object>(fields: T): Present<T> {
  return hasUndefined(fields) ? withoutUndefined(fields) : (fields as unknown as Present<T>);
}

function hasUndefined(fields: object): boolean {
  for (const name in fields) if (fields[name as keyof typeof fields] === undefined) return true;
  return false;
}

function withoutUndefined<T extends object>(fields: T): Present<T> {
  const kept: Partial<T> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept as unknown as Present<T>;
}
