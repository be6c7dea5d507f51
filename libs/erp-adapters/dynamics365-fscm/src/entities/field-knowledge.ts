/** Which optional fields this environment has refused, by entity set; learnt once, kept for the connection. */
export interface FieldKnowledge {
  knows(set: string, field: string): boolean;
  learnUnknown(set: string, field: string): void;
}

export function createFieldKnowledge(): FieldKnowledge {
  const unknown = new Map<string, Set<string>>();
  return {
    knows: (set, field) => unknown.get(set)?.has(field) !== true,
    learnUnknown(set, field) {
      const ofSet = unknown.get(set) ?? new Set<string>();
      unknown.set(set, ofSet.add(field));
    },
  };
}
