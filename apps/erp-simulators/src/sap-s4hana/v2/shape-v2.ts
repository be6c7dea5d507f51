import { SapError } from '../sap-error';
import type { ApiModel, SetModel } from '../odata/api-model';
import type { ExpandTree } from '../odata/model';
import type { Link, Shape } from '../odata/shape';

type Path = readonly string[];

/**
 * `$expand=to_Item/to_ScheduleLine` and `$select=SalesOrder,to_Item/Material`. Without `$select` everything comes,
 * navigations as links. With it only what is named: an expanded navigation that is not selected stays away.
 */
export function shapeOf(set: SetModel, query: URLSearchParams, api: ApiModel): Shape {
  const expand = expandTree(set, pathsOf(query.get('$expand')), api);
  const select = query.get('$select');
  return shapeAt(set, { expand, select: select === null ? undefined : pathsOf(select), api });
}

/** Everything of an entity, and of its navigations only those of the tree: how a deep insert is answered. */
export function shapeOfTree(set: SetModel, tree: ExpandTree, api: ApiModel): Shape {
  const links = Object.entries(tree).map(([name, below]): Link => {
    const navigation = set.navigation(name);
    return { navigation, expanded: { shape: shapeOfTree(api.setNamed(navigation.target), below, api) } };
  });
  return { set, properties: set.properties, links };
}

function pathsOf(option: string | null): readonly Path[] {
  if (option === null || option.trim() === '') return [];
  return option.split(',').map((path) => path.trim().split('/'));
}

function expandTree(set: SetModel, paths: readonly Path[], api: ApiModel): ExpandTree {
  const byFirst = Map.groupBy(paths, ([first = '']) => first);
  return Object.fromEntries(
    [...byFirst].map(([name, group]) => {
      const target = api.setNamed(set.navigation(name).target);
      const below = group.map((path) => path.slice(1)).filter((path) => path.length > 0);
      return [name, expandTree(target, below, api)];
    }),
  );
}

interface Level {
  readonly expand: ExpandTree;
  /** Undefined for everything. */
  readonly select: readonly Path[] | undefined;
  readonly api: ApiModel;
}

function shapeAt(set: SetModel, { expand, select, api }: Level): Shape {
  const groups = selectionOf(set, select);
  const links = set.navigations.flatMap((navigation): readonly Link[] => {
    const chosen = groups === 'all' ? [] : groups.get(navigation.name);
    const tree = expand[navigation.name];
    if (chosen === undefined) return [];
    if (tree === undefined) return [{ navigation, expanded: undefined }];
    const below = chosen.map((path) => path.slice(1)).filter((path) => path.length > 0);
    const target = api.setNamed(navigation.target);
    const level = { expand: tree, select: below.length === 0 ? undefined : below, api };
    return [{ navigation, expanded: { shape: shapeAt(target, level) } }];
  });
  const properties = groups === 'all' ? set.properties : set.properties.filter((property) => groups.has(property.name));
  return { set, properties, links };
}

type Selection = 'all' | ReadonlyMap<string, readonly Path[]>;

function selectionOf(set: SetModel, select: readonly Path[] | undefined): Selection {
  if (select === undefined || select.some((path) => path.length === 1 && path[0] === '*')) return 'all';
  const groups = Map.groupBy(select, ([first = '']) => first);
  for (const [name, paths] of groups) {
    if (set.link(name) !== undefined) continue;
    set.property(name);
    if (paths.some((path) => path.length > 1)) throw SapError.badQuery(`'${name}' is not a navigation property`);
  }
  return groups;
}
