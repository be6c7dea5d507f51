import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of nx.json above the working directory; specs, tools and npm scripts all run inside it. */
export const workspaceRoot = findUp(process.cwd());

function findUp(folder: string): string {
  if (existsSync(join(folder, 'nx.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Run this inside the Headwater workspace.');
  return findUp(parent);
}
