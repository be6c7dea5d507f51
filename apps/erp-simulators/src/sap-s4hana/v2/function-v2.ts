import { isDecimal } from '@headwater/kernel';
import type { VendorAnswer } from '../../simulator';
import { tokenAt } from '../odata/lexer';
import type { Arguments, FunctionImport, FunctionParameter } from '../odata/model';
import type { LiteralType } from '../odata/expression';
import { SapError } from '../sap-error';
import { jsonAnswer, xmlAnswer } from './answers';
import type { ApiCall } from './api-call';
import { atomProperty, XML_HEAD } from './atom-v2';
import { jsonValue } from './json-v2';

const LITERALS: Readonly<Record<FunctionParameter['type'], LiteralType>> = {
  'Edm.String': 'string',
  'Edm.Decimal': 'number',
  'Edm.DateTimeOffset': 'datetimeoffset',
};

/** A GET with typed parameters; one structure comes wrapped in the function's name: `d.DetermineAvailabilityOf`. */
export function callFunction(definition: FunctionImport, call: ApiCall): VendorAnswer {
  const rows = definition.call(call.scope, givenTo(definition, call.request.query));
  return call.format === 'json' ? jsonResult(definition, rows, call) : xmlResult(definition, rows);
}

function givenTo({ parameters }: FunctionImport, query: URLSearchParams): Arguments {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, argument(parameter, query)]));
}

function argument({ name, type }: FunctionParameter, query: URLSearchParams): string {
  const source = query.get(name);
  if (source === null) throw SapError.badQuery(`Parameter '${name}' is missing`);
  const [token, length] = tokenAt(source, 'v2');
  if (token.kind !== 'literal' || length !== source.length || token.literal.type !== LITERALS[type])
    throw SapError.badQuery(`Parameter '${name}' is not a literal of type ${type}`);
  // Without its suffix a number with a point is a double, and refused where a decimal is wanted.
  if (type === 'Edm.Decimal' && (!isDecimal(token.literal.text) || !/[Mm]$|^-?\d+$/.test(source)))
    throw SapError.badQuery(`Parameter '${name}' is not a literal of type ${type}`);
  return token.literal.text;
}

function jsonResult(
  { name, returns, multiplicity }: FunctionImport,
  rows: readonly unknown[],
  call: ApiCall,
): VendorAnswer {
  const type = `${call.api.definition.namespace}.${returns.name}`;
  const structures = rows.map((row) => ({
    __metadata: { type },
    ...Object.fromEntries(returns.properties.map((property) => [property.name, jsonValue(property, row)])),
  }));
  return jsonAnswer(200, { d: multiplicity === 'many' ? { results: structures } : { [name]: structures[0] } });
}

function xmlResult({ name, returns, multiplicity }: FunctionImport, rows: readonly unknown[]): VendorAnswer {
  const fields = (row: unknown): string => returns.properties.map((property) => atomProperty(property, row)).join('');
  const inner =
    multiplicity === 'many'
      ? rows.map((row) => `<d:element>${fields(row)}</d:element>`).join('')
      : rows.map(fields).join('');
  const body = `${XML_HEAD}<d:${name} xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">${inner}</d:${name}>`;
  return xmlAnswer(200, body, { type: 'application/xml' });
}
