/** What a read of an ERP consists of. */
export const PARTS = ['decode', 'validate', 'map', 'asking', 'http'] as const;
export type Part = (typeof PARTS)[number];

/** Whatever lies below one of these belongs to it. */
const WHOLLY: readonly (readonly [RegExp, Part])[] = [
  [/libs\/erp-adapter-kit\/src\/json\/|tools\/bench\/src\/mapping\/plain-json\.ts/, 'decode'],
  [/libs\/erp-adapter-kit\/src\/values\/parse-vendor\.ts/, 'validate'],
  [/libs\/erp-adapter-kit\/src\/http\/(wire|body-text|wire-axios-adapter)/, 'http'],
  [/node_modules\/(axios|undici)\//, 'http'],
];

/** What builds and sends a request. Adapter code is taken in doubt for mapping, so only files that do nothing else. */
const ASKING: readonly RegExp[] = [
  /libs\/erp-adapter-kit\/src\/(http|auth)\//,
  /libs\/erp-adapter-kit\/src\/odata\/(dialect|filter|literals|path|query)\.ts/,
  /libs\/erp-adapters\/epicor-p21\/src\/tables\/conditions\.ts/,
  /libs\/erp-adapters\/dynamics365-fscm\/src\/entities\/entity-query\.ts/,
];

const OURS = /(^|\/)(libs|tools)\//;

/**
 * Which part a sample belongs to, by the files of its stack, the innermost first. What has none of our code in it is
 * the runtime's own work on sockets and promises.
 */
export function partOf(stack: readonly string[]): Part {
  const wholly = stack.map((file) => WHOLLY.find(([pattern]) => pattern.test(file))?.[1]).find((part) => part);
  if (wholly !== undefined) return wholly;
  const ours = stack.find((file) => OURS.test(file) && !file.includes('node_modules'));
  if (ours === undefined) return 'http';
  return ASKING.some((pattern) => pattern.test(ours)) ? 'asking' : 'map';
}
