/** Looks for planted values in every row, every file and every log line. */
import { createReadStream, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import type { Marker } from './forms.mts';

export interface Finding {
  readonly marker: string;
  /** Table and row, or file and byte. */
  readonly place: string;
}

export interface Searched {
  readonly findings: readonly Finding[];
  /** Rows or files. */
  readonly things: number;
  readonly bytes: number;
}

/** Every row of every table outside PostgreSQL's own catalogue, each as the text PostgreSQL makes of it. */
export async function searchDatabase(databaseUrl: string, markers: readonly Marker[]): Promise<Searched> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const results: Searched[] = [];
    for (const { name } of tables) results.push(await searchTable(client, name, markers));
    return sum(results);
  } finally {
    await client.end();
  }
}

async function searchTable(client: Client, table: string, markers: readonly Marker[]): Promise<Searched> {
  const { rows } = await client.query<{ ctid: string; row: string }>(
    `select ctid::text, t::text as row from ${table} t`,
  );
  const findings = rows.flatMap(({ ctid, row }) =>
    textsOf(row).flatMap((text) => found(text, markers).map((marker) => ({ marker, place: `${table} row ${ctid}` }))),
  );
  return { findings, things: rows.length, bytes: rows.reduce((total, { row }) => total + row.length, 0) };
}

/** A row's text, and the text inside its binary columns, which PostgreSQL prints as `\x68617264…`. */
function textsOf(row: string): readonly string[] {
  const binary = [...row.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  );
  return [row, ...binary];
}

/** Every file below the folders, links followed; compressed ones also unpacked. */
export async function searchFiles(folders: readonly string[], markers: readonly Marker[]): Promise<Searched> {
  const files = folders.flatMap((folder) => filesBelow(realpathSync(folder)));
  const results: Searched[] = [];
  for (const file of files) results.push(await searchFile(file, markers));
  return sum(results);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink())
      return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? filesBelow(realpathSync(path)) : [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

async function searchFile(file: string, markers: readonly Marker[]): Promise<Searched> {
  const longest = Math.max(...markers.flatMap(({ forms }) => forms.map((form) => form.length)));
  const hits = new Set<string>();
  let rest = '';
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const text = rest + chunk.toString('latin1');
    for (const marker of found(text, markers)) hits.add(marker);
    for (const marker of found(unpacked(file, chunk), markers)) hits.add(marker);
    rest = text.slice(-longest);
  }
  return { findings: [...hits].map((marker) => ({ marker, place: file })), things: 1, bytes };
}

function unpacked(file: string, content: Buffer): string {
  if (file.endsWith('.gz')) return gunzipSync(content).toString('latin1');
  if (file.endsWith('.br')) return brotliDecompressSync(content).toString('latin1');
  // UTF-16, as some stores keep text.
  return content.includes('\0') ? content.toString('utf16le') : '';
}

function found(text: string, markers: readonly Marker[]): readonly string[] {
  return markers.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);
}

function sum(results: readonly Searched[]): Searched {
  return {
    findings: results.flatMap(({ findings }) => findings),
    things: results.reduce((total, { things }) => total + things, 0),
    bytes: results.reduce((total, { bytes }) => total + bytes, 0),
  };
}
