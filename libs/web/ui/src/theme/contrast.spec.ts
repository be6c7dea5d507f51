/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Scheme = 'light' | 'dark';

const TOKENS = readFileSync(join(__dirname, '_tokens.scss'), 'utf8');

function color(token: string, scheme: Scheme): string {
  const pair = new RegExp(`--hw-${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  if (pair === null) throw new Error(`There is no colour token ${token}.`);
  return (scheme === 'light' ? pair[1] : pair[2]) ?? '';
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, back: string, scheme: Scheme): number {
  const [brighter = 0, darker = 0] = [luminance(color(front, scheme)), luminance(color(back, scheme))].sort(
    (left, right) => right - left,
  );
  return (brighter + 0.05) / (darker + 0.05);
}

const SURFACES = ['desk', 'sheet', 'sunken', 'floating', 'hover', 'selected'];
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'info', 'warn', 'bad'];
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

const onSurfaces = SCHEMES.flatMap((scheme) =>
  TEXTS.flatMap((text) => SURFACES.map((surface) => [scheme, text, surface] as const)),
);
const onWashes = SCHEMES.flatMap((scheme) =>
  [
    ['good', 'good-wash'],
    ['info', 'info-wash'],
    ['warn', 'warn-wash'],
    ['bad', 'bad-wash'],
    ['accent-strong', 'accent-wash'],
    ['on-accent', 'accent'],
    ['on-bad', 'bad'],
  ].map(([text = '', wash = '']) => [scheme, text, wash] as const),
);
const lines = SCHEMES.flatMap((scheme) =>
  ['line-control', 'focus'].flatMap((line) => ['desk', 'sheet', 'floating'].map((on) => [scheme, line, on] as const)),
);

describe('the colours of the product', () => {
  it.each([...onSurfaces, ...onWashes])('%s: %s can be read on %s', (scheme, text, surface) => {
    expect(contrast(text, surface, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(lines)('%s: %s can be seen on %s', (scheme, line, surface) => {
    expect(contrast(line, surface, scheme)).toBeGreaterThanOrEqual(3);
  });
});
