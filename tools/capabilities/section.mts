const START = (name: string): string => `<!-- ${name} -->`;
const END = (name: string): string => `<!-- /${name} -->`;

interface Place {
  readonly from: number;
  readonly to: number;
}

function placeOf(markdown: string, name: string): Place {
  const from = markdown.indexOf(START(name));
  const to = markdown.indexOf(END(name));
  if (from < 0 || to < from) throw new Error(`There is no section "${name}" between ${START(name)} and ${END(name)}.`);
  return { from: from + START(name).length, to };
}

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
export function sectionOf(markdown: string, name: string): string {
  const { from, to } = placeOf(markdown, name);
  return markdown.slice(from, to).trim();
}

export function withSection(markdown: string, name: string, content: string): string {
  const { from, to } = placeOf(markdown, name);
  return `${markdown.slice(0, from)}\n\n${content}\n\n${markdown.slice(to)}`;
}
