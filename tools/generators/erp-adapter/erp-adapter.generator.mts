import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatFiles, generateFiles, logger, type Tree } from '@nx/devkit';
import { ADAPTER_LIST, withAdapter } from './adapter-list.mts';
import { adapterNames, type AdapterNames } from './adapter-name.mts';

export interface ErpAdapterOptions {
  /** In kebab case; stored with every connection, so it stays for ever. */
  readonly name: string;
}

const TEMPLATES = join(import.meta.dirname, 'files');

/** Areas in which project names live; two projects cannot have one. */
const AREAS = ['apps', 'libs', 'tools', 'e2e', 'docs'];

/**
 * `nx g @headwater/tools:erp-adapter <name>`: the folder of a new adapter in `libs/erp-adapters` and its line in
 * `apps/api`. What it writes passes format, lint and types; its contract fails until the ERP's answers are filled in.
 * Throws, before anything is written, for a name that cannot be used.
 */
export async function generateErpAdapter(tree: Tree, options: ErpAdapterOptions): Promise<() => void> {
  const names = adapterNames(options.name);
  const folder = `libs/erp-adapters/${names.name}`;
  refuseTaken(tree, names, folder);
  const list = withAdapter(listIn(tree), names);
  generateFiles(tree, TEMPLATES, folder, { ...names });
  tree.write(ADAPTER_LIST, list);
  await formatFiles(tree);
  return () => logger.info(nextSteps(names, folder));
}

function refuseTaken(tree: Tree, { name }: AdapterNames, folder: string): void {
  if (tree.exists(folder)) {
    throw new Error(
      `There is already an adapter ${name} in ${folder}: choose another name, or remove that folder first.`,
    );
  }
  const taken = AREAS.flatMap((area) => projectsBelow(tree, area)).find((project) => project.name === name);
  if (taken !== undefined) {
    throw new Error(`${taken.folder} is already the project ${name}: choose another name, for example ${name}-erp.`);
  }
}

interface NamedProject {
  readonly name: string;
  readonly folder: string;
}

/** Asked of the tree, and not of Nx's project graph: a tree in a spec has no graph. */
function projectsBelow(tree: Tree, folder: string): readonly NamedProject[] {
  if (!tree.exists(folder) || folder.endsWith('node_modules')) return [];
  const file = `${folder}/project.json`;
  const text = tree.isFile(file) ? tree.read(file, 'utf8') : null;
  if (text !== null) return [{ name: (JSON.parse(text) as { readonly name: string }).name, folder }];
  return tree
    .children(folder)
    .map((child) => `${folder}/${child}`)
    .filter((path) => !tree.isFile(path))
    .flatMap((path) => projectsBelow(tree, path));
}

function listIn(tree: Tree): string {
  const source = tree.read(ADAPTER_LIST, 'utf8');
  if (source === null) throw new Error(`${ADAPTER_LIST} is not there: run this in the Headwater workspace.`);
  return source;
}

function nextSteps({ name }: AdapterNames, folder: string): string {
  return [
    '',
    `${folder} is there, and ${ADAPTER_LIST} lists it. Next:`,
    `  1. say in ${name}.manifest.ts and ${name}.settings.ts what the ERP can do and needs;`,
    `  2. put its answers into fixtures/ and src/testing/${name}-exchanges.ts;`,
    `  3. npx nx test ${name}, until its contract passes;`,
    '  4. npm run capabilities -- --write and node tools/eslint/draw-graph.mts, for the documentation.',
    'docs/add-an-erp-adapter.md leads through it; docs/examples/harbor-erp is one that is done.',
  ].join('\n');
}

/** Paths of the templates, below the adapter's folder. */
export function templatePaths(): readonly string[] {
  return readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(TEMPLATES.length + 1));
}
