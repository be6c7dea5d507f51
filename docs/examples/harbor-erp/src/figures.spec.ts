import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '..');

/** Which files each row of the README's table counts; a file counts in the first row that names it. */
const PARTS: readonly (readonly [part: string, files: RegExp])[] = [
  ['specs', /\.spec\.ts$/],
  ['answers to replay', /^fixtures\/.*\.json$|^src\/testing\//],
  ['manifest and settings', /\.(?:manifest|settings)\.ts$/],
  ['client and refusals', /\.(?:client|refusals)\.ts$/],
  ['orders', /^src\/orders\//],
  ['items', /^src\/items\//],
  ['availability', /^src\/availability\//],
  ['wiring and connection test', /^src\//],
  ['project files', /^[^/]+\.(?:json|mjs)$|^fixtures\/README\.md$/],
];

type Row = readonly [part: string, files: string, lines: string];

function partOf(path: string): string {
  return PARTS.find(([, files]) => files.test(path))?.[0] ?? `no part names ${path}`;
}

function linesOf(path: string): number {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1;
}

/** The table as the tree has it; this README is the one file that is not counted. */
function counted(): readonly Row[] {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => path !== 'README.md');
  const row = (part: string, counted: readonly string[]): Row => {
    const lines = counted.reduce((total, path) => total + linesOf(path), 0);
    return [part, String(counted.length), String(lines)];
  };
  const parts = [...new Set([...PARTS.map(([part]) => part), ...paths.map(partOf)])];
  return [
    ...parts.map((part) =>
      row(
        part,
        paths.filter((path) => partOf(path) === part),
      ),
    ),
    row('all', paths),
  ];
}

/** The table as the README has it. */
function written(): readonly Row[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('<!-- figures -->'), readme.indexOf('<!-- /figures -->'));
  return section
    .split('\n')
    .filter((line) => /^\|.*\d/.test(line))
    .map(
      (line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()) as unknown as Row,
    );
}

describe('the README', () => {
  it('counts the files and lines that are there', () => {
    expect(written()).toEqual(counted());
  });
});
