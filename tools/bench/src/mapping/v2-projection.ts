import type { VendorRow } from './fixture';

function listed(text: string | null): readonly string[] {
  return (text ?? '').split(',').filter((name) => name !== '');
}

function below(names: readonly string[], navigation: string): string {
  const start = `${navigation}/`;
  return names.flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : [])).join(',');
}

/** A row as OData v2 sends it: only what `$select` names, what `$expand` names below `results`, and a row's metadata. */
export function projected(row: VendorRow, query: URLSearchParams): VendorRow {
  const select = listed(query.get('$select'));
  const expand = listed(query.get('$expand'));
  const fields = select
    .filter((name) => !name.includes('/') && !expand.includes(name))
    .map((name) => [name, row[name] ?? null] as const);
  const navigations = expand
    .filter((name) => !name.includes('/'))
    .map((name) => {
      const nested = new URLSearchParams({ $select: below(select, name), $expand: below(expand, name) });
      return [name, expanded(row[name], nested)] as const;
    });
  const metadata = { type: 'SALES.EntityType', uri: 'https://s4hana.example/sap/opu/odata/sap/Entity' };
  return { __metadata: metadata, ...Object.fromEntries([...fields, ...navigations]) };
}

function expanded(value: unknown, query: URLSearchParams): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return { results: (value as readonly VendorRow[]).map((row) => projected(row, query)) };
  return projected(value as VendorRow, query);
}
