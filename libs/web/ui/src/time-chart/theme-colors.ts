import type { ChartColors } from './chart-engine';
import type { SeriesTone } from './chart-series';

const TONES: { readonly [T in SeriesTone]: string } = {
  accent: '--hw-accent',
  good: '--hw-good',
  info: '--hw-info',
  warn: '--hw-warn',
  bad: '--hw-bad',
  neutral: '--hw-ink-faint',
};

/** The theme's colours as they are now, in a form that anything can draw with: a token may hold one for each scheme. */
export function themeColors(host: HTMLElement): ChartColors {
  const probe = host.ownerDocument.createElement('span');
  host.append(probe);
  const colorOf = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const tones = Object.fromEntries(Object.entries(TONES).map(([tone, token]) => [tone, colorOf(token)]));
  const colors = {
    tones: tones as ChartColors['tones'],
    text: colorOf('--hw-ink-soft'),
    line: colorOf('--hw-line-strong'),
    sheet: colorOf('--hw-floating'),
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return colors;
}

/** Calls back when the scheme changes, by the reader's choice or by the system's; returns what ends it. */
export function onSchemeChange(host: HTMLElement, changed: () => void): () => void {
  const document = host.ownerDocument;
  const system = document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  system?.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    system?.removeEventListener('change', changed);
  };
}
