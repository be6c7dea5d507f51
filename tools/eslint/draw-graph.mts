/** `node tools/eslint/draw-graph.mts`: writes the drawing of all projects and the table of layers into docs/architecture.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { drawProjects, tabulateLayers, withSection } from './graph/drawing.mts';
import { readProjects, workspaceRoot } from './graph/project-graph.mts';

const file = join(workspaceRoot, 'docs/architecture.md');
const projects = readProjects();
const layers = withSection(readFileSync(file, 'utf8'), 'layers', tabulateLayers());
const drawn = withSection(layers, 'projects', drawProjects(projects));
writeFileSync(file, await format(drawn, { ...(await resolveConfig(file)), filepath: file }));
console.log(`Drew ${projects.length} projects into docs/architecture.md.`);
