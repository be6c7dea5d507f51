import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { foreignEnvironment } from '../samples/workspace.mts';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

export interface Project {
  readonly name: string;
  readonly root: string;
  readonly tags: readonly string[];
  /** Names of the projects its files import, in order. */
  readonly imports: readonly string[];
}

interface GraphFile {
  readonly graph: {
    readonly nodes: Readonly<
      Record<string, { readonly data: { readonly root: string; readonly tags?: readonly string[] } }>
    >;
    readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
  };
}

/** The projects of this workspace as `nx graph` sees them, ordered by where they lie. */
export function readProjects(): readonly Project[] {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-graph-'));
  const file = join(folder, 'graph.json');
  const nx = join(workspaceRoot, 'node_modules/nx/dist/bin/nx.js');
  const ended = spawnSync(process.execPath, [nx, 'graph', `--file=${file}`], {
    cwd: workspaceRoot,
    env: foreignEnvironment(),
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`nx graph failed: ${ended.stdout}${ended.stderr}`);
  const { nodes, dependencies } = (JSON.parse(readFileSync(file, 'utf8')) as GraphFile).graph;
  rmSync(folder, { recursive: true });
  return Object.entries(nodes)
    .map(([name, { data }]) => ({
      name,
      root: data.root,
      // Nx itself adds `npm:private` where a project has a package.json, as its own plugins must.
      tags: (data.tags ?? []).filter((tag) => !tag.startsWith('npm:')),
      imports: [...new Set((dependencies[name] ?? []).map(({ target }) => target))]
        .filter((each) => each in nodes)
        .sort(),
    }))
    .sort((one, other) => one.root.localeCompare(other.root));
}
