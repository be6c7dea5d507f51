/** The template that fits any carrier, also an unknown one. */
const ANY = '*';

/**
 * The tracking page of a number, by the carrier's name: a template fits where the carrier's code or description
 * begins with its name or holds it as a word; `*` is for all that no other fits. `undefined` where no template fits or
 * the page would not be https.
 */
export function carrierLink(
  number: string,
  carriers: readonly (string | undefined)[],
  templates: ReadonlyMap<string, string>,
): string | undefined {
  const names = carriers.filter((carrier) => carrier !== undefined).map((carrier) => carrier.toUpperCase());
  const named = [...templates].find(([carrier]) => names.some((name) => fits(name, carrier.toUpperCase())))?.[1];
  const link = (named ?? templates.get(ANY))?.replaceAll('{number}', encodeURIComponent(number));
  return link !== undefined && URL.canParse(link) && new URL(link).protocol === 'https:' ? link : undefined;
}

function fits(name: string, carrier: string): boolean {
  return name.startsWith(carrier) || name.split(/[^A-Z0-9]+/).includes(carrier);
}
