import type { VendorAnswer } from '../../simulator';
import { jsonAnswer } from '../answers';
import type { Fields } from '../json';
import { notFound } from '../netsuite-error';
import type { RecordCall } from './answer-record';
import type { FieldType, RecordKind } from './record-kind';
import { RECORD_PATH } from './render';

const SCHEMA = 'application/schema+json';
const SWAGGER = 'application/swagger+json';

/** What the account's records are made of: a list of types, a JSON schema, or an OpenAPI document. */
export function answerMetadata(call: RecordCall, type: string | undefined): VendorAnswer {
  const { request, kinds } = call;
  const accept = request.headers['accept'] ?? '';
  const asked = type ?? request.query.get('select') ?? undefined;
  const chosen =
    asked === undefined ? [...kinds.values()] : asked.split(',').map((name) => kindNamed(name.trim(), kinds));
  if (accept.includes(SWAGGER)) return described(openApi(chosen), SWAGGER);
  const [only, ...more] = chosen;
  if (accept.includes(SCHEMA) && only !== undefined && more.length === 0) return described(schemaOf(only), SCHEMA);
  return jsonAnswer(200, { items: chosen.map((kind) => listed(kind, call)) });
}

function kindNamed(name: string, kinds: RecordCall['kinds']): RecordKind {
  const kind = kinds.get(name.toLowerCase());
  if (kind === undefined) throw notFound(`Record type '${name}' does not exist.`);
  return kind;
}

function described(body: Fields, contentType: string): VendorAnswer {
  return { ...jsonAnswer(200, body), contentType };
}

function listed({ name }: RecordKind, { origin }: RecordCall): Fields {
  const href = `${origin}${RECORD_PATH}/metadata-catalog/${name.toLowerCase()}`;
  return {
    name,
    links: [
      { rel: 'canonical', href },
      { rel: 'describes', href: `${origin}${RECORD_PATH}/${name.toLowerCase()}` },
      { rel: 'alternate', href, mediaType: SWAGGER },
      { rel: 'alternate', href, mediaType: SCHEMA },
    ],
  };
}

const TYPES: Readonly<Record<FieldType, Fields>> = {
  string: { type: 'string' },
  number: { type: 'number', format: 'double' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  dateTime: { type: 'string', format: 'date-time' },
  reference: {
    type: 'object',
    properties: { id: { type: 'string' }, refName: { type: 'string' }, links: { type: 'array' } },
  },
};

function schemaOf({ fields }: RecordKind): Fields {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, type }) => [name, { title: name, ...TYPES[type] }])),
    $schema: 'http://json-schema.org/draft-06/hyper-schema#',
  };
}

function openApi(kinds: readonly RecordKind[]): Fields {
  return {
    openapi: '3.0.1',
    info: { title: 'NetSuite REST Record API', version: 'v1' },
    paths: Object.fromEntries(
      kinds.flatMap(({ name }) => [
        [`/${name}`, { get: { summary: `Get list of ${name} records.` } }],
        [`/${name}/{id}`, { get: { summary: `Get one ${name} record.` } }],
      ]),
    ),
    components: { schemas: Object.fromEntries(kinds.map((kind) => [kind.name, schemaOf(kind)])) },
  };
}
