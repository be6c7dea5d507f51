import { ODataRefusal } from '../odata/odata-refusal';
import { compileFilter, type FilterScope } from '../odata/compile-filter';
import { parseFilter } from '../odata/filter-parser';
import { pinsOf } from '../odata/filter-pins';
import type { Row } from '../tables/table';
import { BUSINESS_EXCEPTION, P21Error, PROPHET_EXCEPTION } from '../wire/p21-error';
import { endpointNotFound, page } from '../wire/pages';
import { replyOf } from '../wire/reply';
import { ENTITY_FAMILIES, type EntityFamily } from './entity-tables';
import { entityJson } from './entity-json';
import { answering, refusedWrite, type RestAnswer, type RestAsk } from './rest-ask';

const NO_RESULTS = 'Your query did not yield any results.';

/** `/api/entity/{customers|vendors|contacts|addresses}`. */
export function answerEntity(ask: RestAsk): RestAnswer {
  const [name = '', key = '', ...more] = ask.rest;
  const family = ENTITY_FAMILIES[name.toLowerCase()];
  if (family === undefined || more.length > 0) return endpointNotFound();
  if (ask.request.method !== 'GET') return refusedWrite(ask, `${ask.request.method} on ${name}`);
  if (key === 'help') return page(200, 'Operations at this endpoint', name);
  if (key === 'ping') return answering(ask, () => replyOf(200, 'boolean', true));
  if (key !== '') return answering(ask, () => replyOf(200, name, keyed(ask, family, key)));
  return answering(ask, () => replyOf(200, name, listed(ask, family)));
}

/** `TIDE_1001`: the values of the key with an underscore between. */
function keyed(ask: RestAsk, family: EntityFamily, key: string): unknown {
  const { table } = family;
  const parts =
    table.key.length === 1 ? [key] : [key.slice(0, key.lastIndexOf('_')), key.slice(key.lastIndexOf('_') + 1)];
  const row = table
    .rows(ask.scene, () => undefined)
    .find((candidate) => table.key.every((name, at) => String(candidate.read(name)) === parts[at]));
  if (row === undefined) throw noResults();
  return entityJson(row, family, ask.scene);
}

/** Without `$query` the whole table, whatever `$top`, `limit` and `page` say. */
function listed(ask: RestAsk, family: EntityFamily): unknown {
  const query = ask.request.query.get('$query');
  const rows = query === null ? family.table.rows(ask.scene, () => undefined) : queried(ask, family, query);
  if (rows.length === 0) throw noResults();
  return rows.map((row) => entityJson(row, family, ask.scene));
}

function queried({ scene }: RestAsk, { table }: EntityFamily, query: string): readonly Row[] {
  const { options, zone } = scene;
  const scope: FilterScope = { typeName: table.name, columns: table.columns, options, zone };
  try {
    const filter = parseFilter(query, { dialect: 'v3', caseFunctions: 'supported', mostComparisons: 0 });
    const holds = compileFilter(filter, scope);
    return table.rows(scene, pinsOf(filter)).filter(holds);
  } catch (error) {
    if (error instanceof ODataRefusal)
      throw new P21Error(options.businessErrorStatus, PROPHET_EXCEPTION, error.message);
    throw error;
  }
}

/** Nothing found is an error here, as an unknown key is. */
function noResults(): P21Error {
  return new P21Error(404, BUSINESS_EXCEPTION, NO_RESULTS);
}
