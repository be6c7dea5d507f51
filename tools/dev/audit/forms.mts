/** The forms in which a planted value could lie somewhere: as text, without its point, grouped, or as bytes. */
export interface Marker {
  /** What was planted, for the report: `orderTotal`. */
  readonly name: string;
  readonly forms: readonly string[];
}

const SHORTEST_TELLING_FORM = 5;

export function markersOf(values: Readonly<Record<string, string>>): readonly Marker[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    forms: formsOf(value).filter((form) => form.length >= SHORTEST_TELLING_FORM),
  }));
}

function formsOf(value: string): readonly string[] {
  if (!/^\d+(\.\d+)?$/.test(value)) return [value, base64Core(value)];
  const [whole = '', fraction = ''] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shortest = fraction.replace(/0+$/, '');
  const texts = [
    value,
    `${grouped}${fraction === '' ? '' : `.${fraction}`}`,
    `${whole}${fraction}`,
    `${whole}.${shortest}`,
  ];
  return [...new Set([...texts, base64Core(value)])];
}

/** The part of a base64 text that does not depend on what stands before or after the value. */
function base64Core(value: string): string {
  return Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1);
}
