import type { P21Options } from '../options';
import { emptyReply, replyOf, type P21Reply } from '../wire/reply';

/** What was wrong. P21 answers all of it with 404, and only some of it with a word. */
export type RefusalKind = 'property' | 'types' | 'syntax' | 'function' | 'option' | 'table' | 'permission';

export class ODataRefusal extends Error {
  override readonly name = 'ODataRefusal';

  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message);
  }
}

/** Messages come from the OData library; what the router or the permissions refuse has none. */
const SPEAKING: ReadonlySet<RefusalKind> = new Set(['property', 'types', 'function']);

/** 404 for everything: it never means that there are no rows. */
export function refusalReply({ kind, message }: ODataRefusal, { odataErrorBody }: P21Options): P21Reply {
  const silent = odataErrorBody === 'empty' || (odataErrorBody === 'by-kind' && !SPEAKING.has(kind));
  return silent ? emptyReply(404) : replyOf(404, 'error', { error: { code: '', message } });
}

export function noSuchProperty(name: string, typeName: string): ODataRefusal {
  return new ODataRefusal('property', `Could not find a property named '${name}' on type '${typeName}'.`);
}

export function badSyntax(at: string): ODataRefusal {
  return new ODataRefusal('syntax', `Syntax error at '${at}' in the query option.`);
}

export function noSuchFunction(name: string): ODataRefusal {
  return new ODataRefusal('function', `An unknown function with name '${name}' was found.`);
}
