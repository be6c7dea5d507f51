import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree';
import { check, resolveConfig } from 'prettier';
import { ADAPTER_LIST } from './adapter-list.mts';
import { generateErpAdapter, templatePaths } from './erp-adapter.generator.mts';
import { generatedTexts, layOut, type LaidOutAdapter, lintTexts } from './testing/laid-out-adapter.mts';

const root = join(import.meta.dirname, '../../..');
const NAME = 'quite-a-long-name-erp';
const FOLDER = `libs/erp-adapters/${NAME}`;

/** This very workspace, with changes that never reach the disk. */
function aTree(): FsTree {
  return new FsTree(root, false);
}

async function generated(): Promise<Readonly<Record<string, string>>> {
  const tree = aTree();
  await generateErpAdapter(tree, { name: NAME });
  return generatedTexts(tree);
}

describe('a generated adapter', () => {
  let texts: Readonly<Record<string, string>> = {};
  let laidOut: LaidOutAdapter | undefined;

  beforeAll(async () => {
    texts = await generated();
    laidOut = layOut(texts, FOLDER);
  }, 60_000);

  afterAll(() => laidOut?.remove());

  it('is a folder and a line', () => {
    const created = templatePaths().map((path) =>
      join(FOLDER, path.replace('__name__', NAME).replace('.template', '')),
    );
    expect(Object.keys(texts).sort()).toEqual([ADAPTER_LIST, ...created].sort());
    expect(created).toEqual(
      expect.arrayContaining(
        [
          'README.md',
          'fixtures/README.md',
          'project.json',
          'src/index.ts',
          `src/${NAME}.adapter.ts`,
          `src/${NAME}.manifest.ts`,
          `src/${NAME}.client.ts`,
          `src/${NAME}.contract.spec.ts`,
          'src/orders/orders.reader.ts',
          'src/orders/sales-order.schema.ts',
          'src/orders/sales-order.mapper.ts',
          'src/orders/sales-order.mapper.spec.ts',
        ].map((path) => `${FOLDER}/${path}`),
      ),
    );
    expect(texts[ADAPTER_LIST]).toContain('createQuiteALongNameErpAdapter(deps)');
    expect(Object.values(texts).filter((text) => text.includes('<%'))).toEqual([]);
  });

  it('is formatted', async () => {
    const config = { ...(await resolveConfig(join(root, ADAPTER_LIST))) };
    const kept = await Promise.all(
      Object.entries(texts).map(async ([path, text]) => [path, await check(text, { ...config, filepath: path })]),
    );
    expect(kept.filter(([, formatted]) => formatted !== true)).toEqual([]);
  });

  it('passes lint', () => {
    // Its line in the list would be refused here, because the module it imports is not on the disk.
    const scripts = Object.entries(texts).filter(([path]) => /\.(?:ts|mjs)$/.test(path) && path !== ADAPTER_LIST);
    expect(scripts.length).toBeGreaterThan(10);
    expect(lintTexts(Object.fromEntries(scripts))).toEqual([]);
  }, 120_000);

  it('passes the type check', () => {
    expect(laidOut?.node('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')).toEqual({ code: 0, output: '' });
  }, 120_000);

  it('passes its mapper spec, and fails its contract with what to do about it', () => {
    const jest = laidOut?.node('node_modules/jest/bin/jest.js', '--runInBand');
    expect(jest?.code).toBe(1);
    expect(jest?.output).toMatch(/PASS .*sales-order\.mapper\.spec\.ts/);
    expect(jest?.output).toMatch(/FAIL .*\.contract\.spec\.ts/);
    expect(jest?.output).toContain('The contract of Quite A Long Name ERP is not filled in: put its answers into');
    expect(jest?.output).toMatch(/Tests: +1 failed, \d+ passed/);
  }, 120_000);
});

describe("Harbor's README, the newcomer's path", () => {
  it('says how much the generator writes', async () => {
    const tree = aTree();
    await generateErpAdapter(tree, { name: 'harbor-erp' });
    const written = Object.entries(generatedTexts(tree)).filter(([path]) => path !== ADAPTER_LIST);
    const lines = written.reduce((total, [, text]) => total + text.split('\n').length - 1, 0);
    const readme = readFileSync(join(root, 'docs/examples/harbor-erp/README.md'), 'utf8');
    expect(readme).toContain(`That is ${String(written.length)} files and ${String(lines)} lines.`);
  });
});

describe('a name that cannot be used', () => {
  it.each([
    ['Acumatica', 'here: acumatica'],
    ['infor-sxe', 'There is already an adapter infor-sxe in libs/erp-adapters/infor-sxe'],
    ['web', 'apps/web is already the project web: choose another name, for example web-erp'],
    ['api-edge', 'libs/api/edge is already the project api-edge'],
    ['erp-adapter', 'name the ERP'],
  ])('is refused with what to do, and nothing is written: %s', async (name, message) => {
    const tree = aTree();
    await expect(generateErpAdapter(tree, { name })).rejects.toThrow(message);
    expect(tree.listChanges()).toEqual([]);
  });
});
