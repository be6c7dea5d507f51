import { XMLParser } from 'fast-xml-parser';
import { isRecord } from '../client/tables';

/** An SXEvent document, as far as it is read. */
export interface SxEvent {
  readonly id: string;
  readonly createdAt: string | undefined;
  /** Lower case. */
  readonly table: string;
  /** Name and value areas; names in lower case. */
  readonly values: ReadonlyMap<string, string>;
}

const LONGEST_DOCUMENT = 1_000_000;
const ATTRIBUTE = '@';
const TEXT = '#text';

/** Entities are not expanded: a document that declares its own could grow without bound. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(reference: string): string | undefined {
  if (!reference.startsWith('#')) return ENTITIES[reference.toLowerCase()];
  const hex = /^#x([0-9a-f]{1,6})$/i.exec(reference)?.[1];
  const decimal = /^#(\d{1,7})$/.exec(reference)?.[1];
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The five entities XML itself defines, and character numbers; anything else stays as it is written. */
function decoded(text: string): string {
  return text.replace(/&([^&;\s]{1,10});/g, (whole, reference: string) => character(reference) ?? whole);
}

type Node = Readonly<Record<string, unknown>>;

/** The text of an element, with or without attributes. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0]);
  const text = isRecord(value) ? value[TEXT] : value;
  return typeof text === 'string' && text.trim() !== '' ? decoded(text.trim()) : undefined;
}

function entriesNamed(node: Node, name: string): readonly unknown[] {
  return Object.entries(node)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]): readonly unknown[] => (Array.isArray(value) ? value : [value]));
}

/** A child element or attribute by its name, whatever its case. */
function field(node: Node, name: string): string | undefined {
  return [...entriesNamed(node, name), ...entriesNamed(node, `${ATTRIBUTE}${name}`)]
    .map(textOf)
    .find((text) => text !== undefined);
}

function elementsWithin(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(elementsWithin);
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap(elementsWithin)];
}

/** A value as text, attribute or child: `<NameValue name="a">1`, `name="a" value="1"`, `<Name>a</Name><Value>1`. */
function namedValue(area: unknown): readonly (readonly [string, string])[] {
  if (!isRecord(area)) return [];
  const name = field(area, 'name') ?? field(area, 'nameid');
  const value = textOf(area) ?? field(area, 'value');
  return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
}

/** Reads an SXEvent document; `undefined` for anything else, however broken. */
export function parseSxEvent(xml: string): SxEvent | undefined {
  if (xml.length > LONGEST_DOCUMENT || /<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined;
  const elements = elementsWithin(documentOf(xml));
  const find = (name: string): string | undefined =>
    elements.map((element) => field(element, name)).find((text) => text !== undefined);
  const values = new Map(elements.flatMap((element) => entriesNamed(element, 'namevalue')).flatMap(namedValue));
  const id = find('bodid');
  const table = find('table') ?? find('tablename') ?? values.get('table');
  if (id === undefined || table === undefined) return undefined;
  return { id, createdAt: find('creationdatetime'), table: table.toLowerCase(), values };
}

function documentOf(xml: string): unknown {
  try {
    return parser.parse(xml, true);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
