import { withAdapter } from './adapter-list.mts';
import { adapterNames } from './adapter-name.mts';

const LIST = `import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import type { ErpAdapter, ErpAdapterDeps } from '@headwater/erp-contracts';

/** THE list. */
export function erpAdapters(deps: ErpAdapterDeps): readonly ErpAdapter[] {
  return [createInforSxeAdapter(deps)];
}
`;

const acumatica = adapterNames('acumatica');
const netsuite = adapterNames('netsuite');

describe('the list of adapters', () => {
  it('gets one import and one entry, and keeps everything else', () => {
    const lines = withAdapter(LIST, acumatica).split('\n');
    expect(lines[0]).toBe("import { createAcumaticaAdapter } from '@headwater/erp-adapters/acumatica';");
    expect(lines).toContain('  return [createInforSxeAdapter(deps), createAcumaticaAdapter(deps)];');
    expect(lines).toHaveLength(LIST.split('\n').length + 1);
  });

  it('keeps its imports in alphabetical order', () => {
    const imported = [...withAdapter(withAdapter(LIST, netsuite), acumatica).matchAll(/ from '([^']+)'/g)].map(
      ([, module]) => module,
    );
    expect(imported).toEqual([...imported].sort());
    expect(imported).toHaveLength(4);
  });

  it('may stand on several lines', () => {
    const several = LIST.replace(
      '[createInforSxeAdapter(deps)]',
      '[\n    createInforSxeAdapter(deps),\n    createB(deps),\n  ]',
    );
    expect(withAdapter(several, acumatica)).toContain(
      'return [createInforSxeAdapter(deps), createB(deps), createAcumaticaAdapter(deps)];',
    );
  });

  it('refuses an adapter twice', () => {
    expect(() => withAdapter(withAdapter(LIST, acumatica), acumatica)).toThrow('already lists createAcumaticaAdapter');
  });

  it('is left alone where it has become something else', () => {
    expect(() => withAdapter('export const erpAdapters = [];', acumatica)).toThrow('no longer returns one array');
  });
});
