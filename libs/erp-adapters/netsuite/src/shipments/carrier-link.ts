/** The template that fits any carrier, also an unknown one. */
const ANY = '*';

/**
 * The tracking page of a number, by the carrier's name: a template fits where the carrier begins with its name or
 * holds it as a word. `undefined` where no template fits or the page would not be https.
 */
export function carrierLink(
  number: string,
  carrier: string | undefined,
  templates: ReadonlyMap<string, string>,
): string | undefined {
  const name = carrier?.toUpperCase() ?? '';
  const fitting = [...templates].find(([template]) => template !== ANY && fits(name, template.toUpperCase()))?.[1];
  const link = (fitting ?? templates.get(ANY))?.replaceAll('{number}', encodeURIComponent(number));
  return link !== undefined && URL.canParse(link) && new URL(link).protocol === 'https:' ? link : undefined;
}

function fits(name: string, carrier: string): boolean {
  return name !== '' && (name.startsWith(carrier) || name.split(/[^A-Z0-9]+/).includes(carrier));
}
