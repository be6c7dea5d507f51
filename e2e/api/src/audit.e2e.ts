import { spawnSync } from 'node:child_process';

function audit(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { TEST_DATABASE_URL: databaseUrl = '' } = process.env;
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl };
  const ran = spawnSync(process.execPath, ['tools/dev/audit-erp-native.mts', ...args], { encoding: 'utf8', env });
  return { status: ran.status, output: `${ran.stdout}${ran.stderr}` };
}

describe('the audit that nothing operational is at rest', () => {
  it('passes, having searched rows, files and logs', () => {
    const { status, output } = audit();
    expect(output).toMatch(/0 of \d+ planted values found in \d+ rows \(.+\) and \d+ files/);
    expect(status).toBe(0);
  });

  it('fails once an order total stands in a note, and names the place', () => {
    const { status, output } = audit('--leak');
    expect(output).toMatch(/operational value at rest: orderTotal in public\.conversation row/);
    expect(status).toBe(1);
  });
});
