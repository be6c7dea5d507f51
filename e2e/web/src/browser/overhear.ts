import type { Page } from 'playwright-core';

/** Takes down everything the server tells the page under a path, to look for what it must not tell. */
export function overhear(page: Page, path: string, told: string[]): void {
  page.on('response', (response) => {
    if (!response.url().includes(path)) return;
    void response.text().then(
      (text) => told.push(text),
      (error: unknown) => told.push(`unread: ${String(error)}`),
    );
  });
}
