import { SuiteqlError } from './suiteql-error';
import type { ColumnName } from './syntax';
import type { Relation, RelationColumn } from './relation';

export interface ScopeEntry {
  readonly alias: string;
  readonly relation: Relation;
}

/** Where a name leads: how many queries out, which of its tables, which column. */
export interface Resolution {
  readonly out: number;
  readonly position: number;
  readonly column: RelationColumn;
}

/** The tables a query can see: its own, then those of the query around it. */
export class Scope {
  private namesOuter = false;

  constructor(
    readonly entries: readonly ScopeEntry[],
    private readonly outer?: Scope,
  ) {}

  /** Whether any name led out of this query. */
  get isCorrelated(): boolean {
    return this.namesOuter;
  }

  /** Throws for a name that leads nowhere, or to two places. */
  resolve(column: ColumnName): Resolution {
    const found = this.search(column, 0);
    if (found === undefined) throw this.unknown(column.name);
    this.noteOut(found.out);
    return found;
  }

  private search(column: ColumnName, out: number): Resolution | undefined {
    const own = this.own(column.qualifier, column.name);
    return own === undefined ? this.outer?.search(column, out + 1) : { ...own, out };
  }

  /** Every query the name leads out of depends on what is around it. */
  private noteOut(out: number): void {
    if (out === 0) return;
    this.namesOuter = true;
    this.outer?.noteOut(out - 1);
  }

  /** The table's position where the name is one of this query's own. */
  own(qualifier: string | undefined, name: string): Omit<Resolution, 'out'> | undefined {
    const found = this.entries.flatMap(({ alias, relation }, position) => {
      const column = qualifier === undefined || qualifier === alias ? relation.columns.get(name) : undefined;
      return column === undefined ? [] : [{ position, column }];
    });
    if (found.length > 1) throw new SuiteqlError(`Ambiguous identifier '${name}'.`);
    return found[0];
  }

  unknown(name: string): SuiteqlError {
    const known = this.entries.map(({ alias, relation }) => `${alias}=${relation.name}`).join(', ');
    return new SuiteqlError(`Unknown identifier '${name}'. Available identifiers are: {${known}}`);
  }
}
