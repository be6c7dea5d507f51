import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf, withSection } from './section.mts';

const root = join(__dirname, '../..');

describe('docs/erp/README.md, written by `npm run capabilities -- --write`', () => {
  it('says what the command prints', () => {
    const command = join(root, 'tools/capabilities/capabilities.mts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [command], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim()).toContain('| capability');
    expect(sectionOf(readFileSync(join(root, 'docs/erp/README.md'), 'utf8'), 'capabilities')).toBe(stdout.trim());
  }, 120_000);
});

describe('a section of a page', () => {
  const page = 'before\n\n<!-- x -->\n\nold\n\n<!-- /x -->\n\nafter\n';

  it('is read and replaced between its marks, and nothing else is touched', () => {
    expect(sectionOf(page, 'x')).toBe('old');
    expect(withSection(page, 'x', 'new $& $1')).toBe(page.replace('old', () => 'new $& $1'));
  });

  it('is missed by name where its marks are not there', () => {
    expect(() => sectionOf(page, 'y')).toThrow('There is no section "y"');
  });
});
