/** Which file is what, by its path. */
export const SCRIPTS = ['**/*.ts', '**/*.mts', '**/*.mjs'];
export const TYPESCRIPT = ['**/*.ts', '**/*.mts'];
export const TEMPLATES = ['**/*.html'];
export const WEB = ['apps/web/**/*.ts', 'libs/web/**/*.ts'];
/** What is shipped, and the examples others copy from. */
export const SHIPPED = ['apps/**/*.ts', 'libs/**/*.ts', 'docs/examples/**/*.ts'];
export const SPECS = [
  '**/*.spec.ts',
  '**/*.spec.mts',
  '**/*.e2e.ts',
  '**/*.builder.ts',
  '**/testing/**',
  'libs/erp-testing/**',
];
export const TOOLS = ['tools/**', 'e2e/**'];
/**
 * The one place where operational data may be kept: the copy of a middleware that the live gateway is measured against.
 * No part of the product can reach it.
 */
export const COPY_TO_MEASURE_AGAINST = ['tools/bench/src/day/bridged-copy/**'];
export const CONFIGURATION = [
  '*.config.mjs',
  '**/*.config.{ts,mts,mjs}',
  '**/jest.setup.{ts,mjs}',
  '**/*.{setup,teardown}.{ts,mjs}',
];
export const SIMULATORS = ['apps/erp-simulators/**'];
