import { LAYERS, layerOf, SCOPES, type LayerName } from '../boundaries/layers.mts';
import type { Project } from './project-graph.mts';

/** A Mermaid flow chart with a box for each scope and an arrow for each import; what only specs import is dotted. */
export function drawProjects(projects: readonly Project[]): string {
  const scopeOf = (project: Project): string | undefined => layerOf(project.tags)?.name.split(':')[0];
  const boxes = SCOPES.map((scope) => ({ scope, members: projects.filter((project) => scopeOf(project) === scope) }))
    .filter(({ members }) => members.length > 0)
    .flatMap(({ scope, members }) => [
      `  subgraph scope-${scope} [${scope}]`,
      ...members.map(({ name }) => `    ${name}`),
      '  end',
    ]);
  const testing = new Set(projects.filter(({ tags }) => tags.includes('type:testing')).map(({ name }) => name));
  const arrows = projects.flatMap(({ name, imports }) =>
    imports.map((target) => `  ${name} ${testing.has(target) ? '-.->' : '-->'} ${target}`),
  );
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```'].join('\n');
}

/** Every import a drawing shows, as `from → to`. */
export function importsDrawn(markdown: string): readonly string[] {
  const drawing = /```mermaid\n([^]*?)```/.exec(sectionOf(markdown, 'projects'))?.[1] ?? '';
  return [...drawing.matchAll(/^\s*(\S+) -\.?->? (\S+)$/gm)].map(([, from, to]) => `${from} → ${to}`).sort();
}

export function importsOf(projects: readonly Project[]): readonly string[] {
  return projects.flatMap(({ name, imports }) => imports.map((target) => `${name} → ${target}`)).sort();
}

/** Which layer may know which, as a table. */
export function tabulateLayers(): string {
  const rows = LAYERS.map(({ name, knows, specsKnow = [], mayImport = [] }) => {
    const cells = [name, knows.map(shortened).join(', '), specsKnow.map(shortened).join(', '), mayImport.join(', ')];
    return `| ${cells.map((cell) => cell || '·').join(' | ')} |`;
  });
  return ['| layer | may know | its specs also | alone may import |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The type alone where one scope has it. */
function shortened(name: LayerName): string {
  const type = name.replace(/^.*:/, '');
  return LAYERS.filter((layer) => layer.name.endsWith(`:${type}`)).length === 1 ? type : name;
}

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
export function sectionOf(markdown: string, name: string): string {
  return new RegExp(`<!-- ${name} -->\n([^]*?)\n<!-- /${name} -->`).exec(markdown)?.[1]?.trim() ?? '';
}

export function withSection(markdown: string, name: string, content: string): string {
  const section = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
  if (!section.test(markdown)) throw new Error(`There is no section "${name}" to write.`);
  return markdown.replace(section, (_, start: string, end: string) => `${start}\n${content}\n${end}`);
}
