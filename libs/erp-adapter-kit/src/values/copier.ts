import { z } from 'zod';

/** A property of the copy: its name there, and in the object. */
export type CopiedProperty = readonly [to: string, from: string];

/** A function written to copy these properties: in one go and into one layout, where a loop makes them one by one. */
export function copierOf(properties: readonly CopiedProperty[]): (from: object) => object {
  const code = new z.core.Doc(['from']);
  const copied = properties.map(([to, from]) => `${nameInCode(to)}: from[${JSON.stringify(from)}]`);
  code.write(`return { ${copied.join(', ')} };`);
  return code.compile() as (from: object) => object;
}

/** `__proto__` as a name like any other would set the prototype. */
function nameInCode(name: string): string {
  return name === '__proto__' ? `[${JSON.stringify(name)}]` : JSON.stringify(name);
}

/** Whether the properties of an object have just these names, in this order. */
export function hasNames(object: object, names: readonly string[]): boolean {
  let count = 0;
  for (const name in object) {
    if (name !== names[count]) return false;
    count += 1;
  }
  return count === names.length;
}
