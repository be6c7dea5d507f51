import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lintFolder } from './samples/lint-samples.mts';
import { layOutSamples, type SampleWorkspace } from './samples/workspace.mts';

const SENTENCE = 'The rule will be skipped';
const FORBIDDEN = 'libs/api/sample-04';

describe('lint without a cached project graph', () => {
  let workspace: SampleWorkspace;

  beforeAll(() => {
    workspace = layOutSamples();
  });
  beforeEach(() => rmSync(join(workspace.folder, '.nx'), { recursive: true, force: true }));
  afterAll(() => workspace.remove());

  it('would let everything pass with one sentence, if ESLint were asked alone', async () => {
    const { code, output } = await lintFolder(workspace, {
      folder: FORBIDDEN,
      by: 'node_modules/eslint/bin/eslint.js',
    });
    expect(output).toContain(SENTENCE);
    expect(code).toBe(0);
  }, 120_000);

  it('builds the graph first, and finds what is forbidden', async () => {
    const { code, output } = await lintFolder(workspace, { folder: FORBIDDEN, by: 'tools/eslint/lint.mts' });
    expect(output).not.toContain(SENTENCE);
    expect(output).toContain('@nx/enforce-module-boundaries');
    expect(code).toBe(1);
  }, 120_000);

  it('fails on that sentence where it was promised a graph', async () => {
    const { code, output } = await lintFolder(workspace, {
      folder: FORBIDDEN,
      by: 'tools/eslint/lint.mts',
      env: { NX_TASK_TARGET_PROJECT: 'sample-04' },
    });
    expect(output).toContain('so nothing was proved');
    expect(code).toBe(2);
  }, 120_000);
});
