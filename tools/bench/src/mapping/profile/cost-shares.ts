import type { Profiler } from 'node:inspector/promises';
import type { SourceOf } from './bundle-sources';
import { type Part, partOf, PARTS } from './parts';

/** Of the time spent, how much went to each part; together 1. */
export type Shares = Readonly<Record<Part, number>>;

/** Time without a stack: nobody's waiting, and work that is shared out as all other work is. */
const STACKLESS = new Set(['(root)', '(idle)', '(program)', '(garbage collector)']);

/**
 * Sorts the samples of a profile, which are equally far apart, by what their stacks were at work on. Garbage collection, and the runtime outside of
 * JavaScript, have no stack and are shared out in proportion.
 */
export function sharesOf(profile: Profiler.Profile, sourceOf: SourceOf): Shares {
  const partOfNode = partsOfNodes(profile.nodes, sourceOf);
  const hits = new Map<Part, number>();
  let total = 0;
  for (const id of profile.samples ?? []) {
    const part = partOfNode.get(id);
    if (part === undefined) continue;
    hits.set(part, (hits.get(part) ?? 0) + 1);
    total += 1;
  }
  return Object.fromEntries(PARTS.map((part) => [part, (hits.get(part) ?? 0) / total])) as Shares;
}

/** Nodes without a stack are left out. */
function partsOfNodes(nodes: readonly Profiler.ProfileNode[], sourceOf: SourceOf): ReadonlyMap<number, Part> {
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stackOf = (id: number): readonly string[] => {
    const files: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = byId.get(at);
      if (node !== undefined) files.push(sourceOf(node.callFrame));
    }
    return files;
  };
  const withStack = nodes.filter(({ callFrame }) => !STACKLESS.has(callFrame.functionName));
  return new Map(withStack.map(({ id }) => [id, partOf(stackOf(id))]));
}
