import { isFinding, lintSamples, type LintOutcome } from './lint-samples.mts';
import { readSamples } from './samples.mts';
import { layOutSamples, type SampleWorkspace } from './workspace.mts';

const samples = readSamples();

describe('lint, on every sample of what is forbidden', () => {
  let workspace: SampleWorkspace;
  let outcomes: ReadonlyMap<string, LintOutcome>;

  beforeAll(async () => {
    workspace = layOutSamples();
    outcomes = await lintSamples(workspace);
  }, 300_000);

  afterAll(() => workspace.remove());

  it.each(samples.filter(({ findings }) => findings.length > 0))('fails on $folder for that reason alone', (sample) => {
    const { failed, findings } = outcomes.get(sample.project) ?? { failed: false, findings: [] };
    expect(findings).toHaveLength(sample.findings.length);
    for (const expected of sample.findings) {
      expect(findings).toContainEqual(expect.stringContaining(expected.message));
      expect(findings.filter((line) => isFinding(line, expected))).toHaveLength(1);
    }
    expect(failed).toBe(true);
  });

  it.each(samples.filter(({ findings }) => findings.length === 0))('passes on $folder', ({ project }) => {
    expect(outcomes.get(project)).toMatchObject({ failed: false, findings: [] });
  });

  it('is tried on at least twenty of them, with at least one that passes', () => {
    expect(samples.filter(({ findings }) => findings.length > 0).length).toBeGreaterThanOrEqual(20);
    expect(samples.filter(({ findings }) => findings.length === 0).length).toBeGreaterThanOrEqual(1);
  });
});
