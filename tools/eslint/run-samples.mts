/**
 * `node tools/eslint/run-samples.mts`: lays every forbidden sample into a copy of this workspace, runs `nx lint` on
 * each and prints what was found. With `--keep` the copy stays, to try `npx nx lint sample-03` in it by hand.
 */
import { isFinding, lintSamples } from './samples/lint-samples.mts';
import { readSamples } from './samples/samples.mts';
import { layOutSamples } from './samples/workspace.mts';

const keep = process.argv.includes('--keep');
const workspace = layOutSamples();
try {
  const outcomes = await lintSamples(workspace);
  for (const { folder, project, findings: expected } of readSamples()) {
    const { failed = false, findings = [], output = '' } = outcomes.get(project) ?? {};
    const asExpected =
      failed === expected.length > 0 &&
      expected.every((one) => findings.some((line) => isFinding(line, one))) &&
      findings.every((line) => expected.some((one) => isFinding(line, one)));
    console.log(`${asExpected ? '✓' : '✗'} ${folder}`);
    findings.forEach((line) => console.log(`    ${line}`));
    if (!asExpected) {
      console.log(output);
      process.exitCode = 1;
    }
  }
} finally {
  if (keep) console.log(`The workspace with the samples: ${workspace.folder}`);
  else workspace.remove();
}
