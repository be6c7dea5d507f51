import { isRecord } from './records';

/** What an error document says, wherever it says it. */
export interface Refusal {
  readonly text: string;
  /** Names of exception types. */
  readonly types: string;
}

/** Exceptions are nested; deeper than this nobody has looked, and nobody may make us. */
const DEEPEST = 6;

function textsIn(error: unknown, field: 'message' | 'type', depth = 0): readonly string[] {
  if (!isRecord(error) || depth > DEEPEST) return [];
  const own = error[field];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...textsIn(error['innererror'], field, depth + 1),
    ...textsIn(error['internalexception'], field, depth + 1),
  ];
}

/**
 * The refusal in a body, `undefined` where it holds none. The outer message of OData errors is always "An error has
 * occurred."; what happened stands in `innererror`. Other layers answer a bare `{"Message": …}`.
 */
export function refusalIn(body: unknown): Refusal | undefined {
  if (!isRecord(body)) return undefined;
  const { error, Message: message } = body;
  if (error !== undefined && error !== null) {
    const outer = typeof error === 'string' ? [error] : textsIn(error, 'message');
    return { text: outer.join('\n'), types: textsIn(error, 'type').join('\n') };
  }
  return typeof message === 'string' ? { text: message, types: '' } : undefined;
}
