import { ExactNumber } from './exact-number';

const NAMESPACE = 'http://schemas.datacontract.org/2004/07/P21.Business';

/**
 * What .NET's DataContract serializer makes of the same answer. P21 sends it to callers that do not ask for JSON.
 */
export function dataContractXml(root: string, value: unknown): string {
  const inner = Array.isArray(value) ? elements(value, root) : membersOf(value);
  const name = Array.isArray(value) ? `ArrayOf${root}` : root;
  return `<${name} xmlns="${NAMESPACE}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">${inner}</${name}>`;
}

function elements(values: readonly unknown[], name: string): string {
  return values.map((value) => element(name, value)).join('');
}

function element(name: string, value: unknown): string {
  const tag = name.replace(/[^A-Za-z0-9_.-]/g, '_');
  if (value === null || value === undefined) return `<${tag} i:nil="true"/>`;
  if (Array.isArray(value)) return `<${tag}>${elements(value, 'Row')}</${tag}>`;
  if (value instanceof ExactNumber) return `<${tag}>${value.text}</${tag}>`;
  if (typeof value === 'object') return `<${tag}>${membersOf(value)}</${tag}>`;
  return `<${tag}>${escaped(String(value as string | number | boolean))}</${tag}>`;
}

function membersOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return escaped(String(value as string | number | boolean));
  return Object.entries(value)
    .map(([name, member]) => element(name, member))
    .join('');
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
