import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../../tools/dev/seed-demo.mts';
import { launchBrowser } from '../../../../tools/dev/browser.mts';

export const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

const PATIENCE_MS = 15_000;

export interface OpenedBrowser {
  /** A page of a visitor of its own; signed in where an e-mail address is given. */
  page(visitor?: Visitor): Promise<Page>;
  /** What pages complained of since the last time, except what a test provokes by way of an HTTP status. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

export interface Visitor {
  readonly email?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export async function openBrowser(url: string): Promise<OpenedBrowser> {
  const browser = await launchBrowser();
  const complaints: string[] = [];
  return {
    page: async ({ email, viewport = DESKTOP } = {}) => {
      const context = await browser.newContext({ baseURL: url, viewport, locale: 'en-US', reducedMotion: 'reduce' });
      if (email !== undefined) await signInto(context, url, email);
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      listen(page, complaints);
      return page;
    },
    complaints: () => complaints.splice(0),
    close: () => browser.close(),
  };
}

async function signInto(context: BrowserContext, url: string, email: string): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in', {
    headers: { origin: url },
    data: { email, password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: HTTP ${answer.status()}`);
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports every status from 400 on.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(message.text());
  });
}
