import { compileFilter } from '../odata/compile-filter';
import type { ApiModel, SetModel } from '../odata/api-model';
import { parseFilter } from '../odata/filter-parser';
import { parseOrderBy } from '../odata/order-by';
import { wholeNumber, type Restriction } from '../odata/page';
import type { Link, Shape } from '../odata/shape';
import { SapError } from '../sap-error';
import type { SapScope } from '../scope';
import { parseExpand, type Options } from './expand-parser';

export interface QueryPlace {
  readonly api: ApiModel;
  readonly scope: SapScope;
}

const ON_LISTS: readonly string[] = ['$filter', '$orderby', '$top', '$skip', '$count'];
const EVERYWHERE: readonly string[] = ['$select', '$expand'];

/** Only what is selected and expanded comes: v4 leaves links to navigations out. */
export function shapeV4(set: SetModel, options: Options, place: QueryPlace): Shape {
  const select = options.get('$select');
  const links = parsedExpand(options).map(({ name, options: inner }): Link => {
    const navigation = set.navigation(name);
    const target = place.api.setNamed(navigation.target);
    refuseUnknown(inner, [...EVERYWHERE, ...ON_LISTS]);
    const restriction = restrictionV4(target, inner, place);
    return { navigation, expanded: { shape: shapeV4(target, inner, place), restriction } };
  });
  return { set, properties: select === undefined ? set.properties : selected(set, select), links };
}

export function restrictionV4(set: SetModel, options: Options, { api, scope }: QueryPlace): Restriction {
  const { keyPadding, textComparison } = scope.options;
  const [filter, order] = [options.get('$filter'), options.get('$orderby')];
  return {
    filter:
      filter === undefined
        ? undefined
        : compileFilter(parseFilter(filter, 'v4'), { api, set, keyPadding, textComparison }),
    order: order === undefined ? undefined : parseOrderBy(order, { api, set }),
    skip: wholeNumber('$skip', options.get('$skip')) ?? 0,
    top: wholeNumber('$top', options.get('$top')),
  };
}

/** `$count=true`; anything but true and false is refused. */
export function wantsCount(options: Options): boolean {
  const value = options.get('$count');
  if (value !== undefined && value !== 'true' && value !== 'false')
    throw SapError.badQuery(`Invalid value '${value}' for $count`);
  return value === 'true';
}

/** System options of a call; others, such as `sap-client`, are none of the protocol's business. */
export function systemOptions(query: URLSearchParams): Options {
  const options = new Map([...query].filter(([name]) => name.startsWith('$')));
  refuseUnknown(options, [...EVERYWHERE, ...ON_LISTS, '$skiptoken', '$format']);
  return options;
}

function parsedExpand(options: Options): ReturnType<typeof parseExpand> {
  const expand = options.get('$expand');
  return expand === undefined || expand === '' ? [] : parseExpand(expand);
}

function selected(set: SetModel, select: string): Shape['properties'] {
  const names = select.split(',').map((name) => name.trim());
  if (names.includes('*')) return set.properties;
  for (const name of names) if (set.link(name) === undefined) set.property(name);
  return set.properties.filter((property) => names.includes(property.name));
}

function refuseUnknown(options: Options, known: readonly string[]): void {
  const unknown = [...options.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw SapError.badQuery(`Invalid system query option '${unknown}'`);
}
