import { type ErpAdapter, type ErpConnection, ErpError, type ErpManifest } from '@headwater/erp-contracts';
import { anErpManifest, fakeErpAdapter, fakeErpConnection } from '@headwater/erp-testing';
import { matrixOf } from './matrix.mts';

function anAdapter(manifest: Partial<ErpManifest>, more: Partial<ErpConnection> = {}): ErpAdapter {
  return fakeErpAdapter({ ...fakeErpConnection(), ...more }, anErpManifest(manifest));
}

/** The section of one ERP, line by line. */
function linesOf(matrix: string, name: string): readonly string[] {
  return matrix.slice(matrix.indexOf(`## ${name}`)).split('\n');
}

/** The cells of the row about something. */
function rowOf(lines: readonly string[], about: string): readonly string[] {
  const row = lines.find((line) => line.startsWith(`| ${about} `)) ?? '';
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const { capabilities } = anErpManifest();

describe('the matrix of capabilities', () => {
  it('has a column for each ERP, whichever are listed', async () => {
    const prices = { supported: true, maxBatch: 5, priceQuality: 'indicative' } as const;
    const credit = { supported: false, reason: 'Kept elsewhere.' } as const;
    const one = anAdapter({ name: 'One' });
    const two = anAdapter({ name: 'Two', capabilities: { ...capabilities, prices, credit } });
    const lines = (await matrixOf([one, two])).split('\n');
    expect(rowOf(lines, 'capability')).toEqual(['capability', 'One', 'Two']);
    expect(rowOf(lines, 'prices')).toEqual(['prices', 'exact', 'indicative']);
    expect(rowOf(lines, 'credit').at(-1)).toBe('no');
  });

  it('says why something is not answered, on one line', async () => {
    const credit = { supported: false, reason: 'Kept elsewhere\nor nowhere.' } as const;
    const lines = linesOf(
      await matrixOf([anAdapter({ name: 'One', capabilities: { ...capabilities, credit } })]),
      'One',
    );
    expect(rowOf(lines, 'credit')).toEqual(['credit', 'no', '·', '·', '·', '·', '·']);
    expect(lines).toContain('- credit: Kept elsewhere or nowhere.');
  });

  it('says what a list searches, sorts, filters and pages by', async () => {
    const list = { sortable: ['a', 'b'], filterable: ['c'], searchable: true, maxPageSize: 7, paged: false };
    const orders = { supported: true, list, maxBatch: 3, notes: ['One.', 'Two.'] } as const;
    const lines = linesOf(
      await matrixOf([anAdapter({ name: 'One', capabilities: { ...capabilities, orders } })]),
      'One',
    );
    expect(rowOf(lines, 'orders').slice(1)).toEqual(['yes', 'yes', 'a, b', 'c', '7, no next', '3']);
    expect(lines).toContain('- orders: One. Two.');
  });

  it('keeps a table a table, whatever a name holds', async () => {
    expect(await matrixOf([anAdapter({ name: 'A | B' })])).toContain('| capability | A \\| B |');
  });

  it('says how changes are heard of, and asks the connection where the manifest says nothing', async () => {
    const sweep = { everyMs: 90_000, since: async () => ({ changes: [], position: '' }) };
    const events = { supported: true, settleMs: 250, notes: 'By post.' };
    const lines = linesOf(await matrixOf([anAdapter({ name: 'One', events }, { sweep })]), 'One');
    expect(lines.slice(-3)).toEqual([
      '- events: yes, settled after 250 ms. By post.',
      '- sweep: every 90 s',
      '- subscriptions: no',
    ]);
  });

  it('does not guess where no connection opens without real settings', async () => {
    const connect = () => {
      throw new ErpError('invalid-request', 'The setting key is no private key.');
    };
    const lines = linesOf(await matrixOf([{ ...anAdapter({ name: 'One' }), connect }]), 'One');
    expect(lines.slice(-2)).toEqual(['- sweep: depends on the settings', '- subscriptions: depends on the settings']);
  });

  it('fails where an adapter fails otherwise', async () => {
    const connect = () => {
      throw new TypeError('oops');
    };
    await expect(matrixOf([{ ...anAdapter({}), connect }])).rejects.toThrow('oops');
  });
});
