import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workspaceRoot } from '../../../../tools/dev/workspace-root.mts';

const FOLDER = join(workspaceRoot, 'artifacts/screenshots');
const DOCS = join(workspaceRoot, 'docs/images');

/** Keeps what the page looks like, for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

/** With `UPDATE_DOCS_IMAGES=true` in the environment, refreshes the picture the documentation shows. */
export async function keepDocsImage(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_DOCS_IMAGES'] !== 'true') return;
  mkdirSync(DOCS, { recursive: true });
  await page.screenshot({ path: join(DOCS, `${name}.png`), animations: 'disabled' });
}
