import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LAYERS, layerOf, SCOPES, TYPES } from '../boundaries/layers.mts';
import { importsDrawn, importsOf, sectionOf, tabulateLayers } from './drawing.mts';
import { readProjects, workspaceRoot, type Project } from './project-graph.mts';

const REDRAW = 'node tools/eslint/draw-graph.mts';
const projects = readProjects();
const architecture = readFileSync(join(workspaceRoot, 'docs/architecture.md'), 'utf8');

const tagsWith = ({ tags }: Project, prefix: string): readonly string[] =>
  tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));

describe('every project', () => {
  it.each(projects)('$name has exactly one scope and one type, and they are one known layer', (project) => {
    const [scope] = tagsWith(project, 'scope:');
    const [type] = tagsWith(project, 'type:');
    expect(project.tags).toHaveLength(2);
    expect(SCOPES).toContain(scope);
    expect(TYPES).toContain(type);
    expect(layerOf(project.tags)?.name).toBe(`${scope}:${type}`);
  });

  it.each(projects)('$name knows only whom its layer may know', ({ tags, imports }) => {
    const layer = layerOf(tags);
    const known = imports.map((name) => layerOf(projects.find((project) => project.name === name)?.tags ?? [])?.name);
    expect([...(layer?.knows ?? []), ...(layer?.specsKnow ?? [])]).toEqual(expect.arrayContaining(known));
  });

  it.each(projects)('$name is linted and type-checked', ({ root }) => {
    const { targets } = JSON.parse(readFileSync(join(workspaceRoot, root, 'project.json'), 'utf8')) as {
      targets: object;
    };
    expect(Object.keys(targets)).toEqual(expect.arrayContaining(['lint', 'typecheck']));
  });

  it('is one that Nx knows: no TypeScript configuration lies outside of them', () => {
    const roots = new Set(projects.map(({ root }) => root));
    const configured = ['apps', 'libs', 'tools', 'e2e', 'docs']
      .flatMap((area) => readdirSync(join(workspaceRoot, area), { recursive: true, withFileTypes: true }))
      .filter(({ name, parentPath }) => name === 'tsconfig.json' && !/node_modules|forbidden-samples/.test(parentPath))
      .map(({ parentPath, name }) => relative(workspaceRoot, dirname(join(parentPath, name))));
    expect(configured.filter((folder) => !roots.has(folder))).toEqual([]);
  });
});

describe('persistence', () => {
  it('reaches neither contracts nor anything of the ERP, through no chain of projects', () => {
    const reached = new Set(projects.filter(({ tags }) => tags.includes('type:persistence')).map(({ name }) => name));
    for (const name of reached)
      projects.find((project) => project.name === name)?.imports.forEach((each) => reached.add(each));
    const wrong = projects.filter(({ name, tags }) => reached.has(name) && /scope:erp|type:contract/.test(tags.join()));
    expect(reached.size).toBeGreaterThan(1);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe(`docs/architecture.md, written by \`${REDRAW}\``, () => {
  it('draws every import between projects, and no other', () => {
    expect(importsDrawn(architecture)).toEqual(importsOf(projects));
  });

  it('names every layer and whom it may know', () => {
    const cells = (table: string): readonly string[] => table.split('\n').map((row) => row.replace(/[ -]+/g, ' '));
    expect(cells(sectionOf(architecture, 'layers'))).toEqual(cells(tabulateLayers()));
    expect(LAYERS.length).toBeGreaterThan(0);
  });
});
