import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workspaceRoot } from '../../../../tools/dev/workspace-root.mts';

const AXE = readFileSync(join(workspaceRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeRun {
  run(
    root: Document,
    options: unknown,
  ): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[] }>;
}

/** What is looked at: contrast takes axe longest and differs by colour scheme only, everything else by width only. */
export type Aspect = 'everything' | 'contrast' | 'all-but-contrast';

const CONTRAST = 'color-contrast';

function optionsFor(aspect: Aspect): unknown {
  const resultTypes = ['violations'];
  if (aspect === 'contrast') return { resultTypes, runOnly: [CONTRAST] };
  const rules = { [CONTRAST]: { enabled: aspect === 'everything' } };
  return { resultTypes, rules, runOnly: { type: 'tag', values: TAGS } };
}

/** What axe finds against WCAG 2.2 AA and its best practices, each with the places and the reason. */
export async function violations(page: Page, aspect: Aspect): Promise<readonly string[]> {
  // The page's own policy forbids foreign scripts; the development protocol is not bound by it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { readonly axe: AxeRun };
    const { violations: found } = await axe.run(document, options);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
      ),
    );
  }, optionsFor(aspect));
}

/** What reaches beyond the right edge of the window, so that somebody would have to scroll sideways. */
export async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // Whatever follows the width of the window has done so after two frames.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${scrollWidth - clientWidth} px wider than the window: ${names.join(', ')}`];
  });
}
