import type { NetsuiteOptions } from '../../options';
import { invalidParameter } from '../../netsuite-error';
import type { FieldValue, RecordKind, RecordView } from '../record-kind';
import { invalidQuery } from './invalid-query';
import { operatorFor } from './query-operators';
import type { Condition, RecordQuery } from './query-parser';

/** A test of records of one kind; unknown fields and operators of another type are refused here. */
export function queryTest(
  query: RecordQuery,
  kind: RecordKind,
  options: Pick<NetsuiteOptions, 'account' | 'record'>,
): (view: RecordView) => boolean {
  if (query.kind === 'condition') return conditionTest(query, kind, options);
  const [left, right] = [queryTest(query.left, kind, options), queryTest(query.right, kind, options)];
  return query.kind === 'and' ? (view) => left(view) && right(view) : (view) => left(view) || right(view);
}

function conditionTest(
  { field, operator, sense, values }: Condition,
  kind: RecordKind,
  options: Pick<NetsuiteOptions, 'account' | 'record'>,
): (view: RecordView) => boolean {
  const facts = kind.fields.find(({ name }) => name === field);
  if (facts === undefined) {
    throw invalidParameter(`Invalid query parameter q. The field '${field}' is not available.`, { queryParam: 'q' });
  }
  const passes = sense === 'plain';
  if (operator === 'EMPTY') return (view) => (textOf(view.value(field)) === undefined) === passes;
  const maker = operatorFor(facts.type, operator, options);
  if (maker === undefined) throw invalidQuery(operator);
  const test = maker(values);
  return (view) => {
    const text = textOf(view.value(field));
    return (text !== undefined && test(text)) === passes;
  };
}

/** A reference is asked for by the id it leads to. */
function textOf(value: FieldValue): string | undefined {
  if (value === null) return undefined;
  return typeof value === 'object' ? value.id : String(value);
}
