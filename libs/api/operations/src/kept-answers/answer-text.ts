import type { ErpAnswer } from '@headwater/erp-contracts';

/** The text of views that were sent before; a view never changes, and its text goes when the cache lets it go. */
const texts = new WeakMap<object, string>();

/** The answer as JSON. Only its age differs from one reader to the next, so the view is put into words once. */
export function answerText({ data, source, freshness }: ErpAnswer<unknown>): string {
  return `{"data":${textOf(data)},"source":${JSON.stringify(source)},"freshness":${JSON.stringify(freshness)}}`;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
