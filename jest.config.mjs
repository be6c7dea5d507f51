import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** Every project that carries a jest.config.mjs of its own. */
function projectsBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'jest.config.mjs' && !entry.parentPath.includes('node_modules'))
    .map((entry) => entry.parentPath);
}

export default {
  projects: ['apps', 'libs', 'tools', 'e2e', 'docs'].flatMap(projectsBelow),
};
